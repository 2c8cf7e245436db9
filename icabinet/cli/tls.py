"""`icabinet tls`: the office's own certificate authority."""

from __future__ import annotations

import socket

import click

from .. import certificates, clock
from ..certificates import LONGEST_DAYS, NotPossible
from ..settings import from_environment

WORDS = {
    "exists": "Đã có cơ quan chứng thư tại {fact}. Dùng “icabinet tls renew” để gia hạn; "
    "muốn làm lại từ đầu thì chuyển thư mục đó đi nơi khác (mọi máy tính bảng phải cài lại chứng thư).",
    "no-authority": "Chưa có cơ quan chứng thư trong {fact}. Xin chạy “icabinet tls init” trước.",
    "name": "Tên máy “{fact}” không hợp lệ. Xin dùng chữ không dấu, số, dấu chấm hoặc một địa chỉ IP.",
    "days": f"Thời hạn phải từ 1 đến {LONGEST_DAYS} ngày (iPad từ chối chứng thư dài hơn).",
    "outside": "Tên “{fact}” nằm ngoài phạm vi của cơ quan chứng thư này. Xin dùng tên đã khai khi “tls init” "
    "hoặc tên con của nó, hoặc địa chỉ mạng nội bộ.",
    "public-address": "“{fact}” không phải địa chỉ mạng nội bộ. Với địa chỉ công khai, xin dùng chứng thư được cấp "
    "(ICABINET_CERTIFICATE, ICABINET_KEY).",
}
_DAYS = click.option("--days", type=int, default=LONGEST_DAYS, show_default=True, help="Số ngày có hiệu lực.")


@click.group()
def tls() -> None:
    """Chứng thư HTTPS của riêng cơ quan."""


@tls.command()
@click.option("--name", "names", multiple=True, help="Tên máy hoặc địa chỉ IP nội bộ; ghi nhiều lần nếu có nhiều.")
@_DAYS
def init(names: tuple[str, ...], days: int) -> None:
    """Lập cơ quan chứng thư (10 năm) và chứng thư máy chủ đầu tiên trong thư mục dữ liệu."""
    settings = from_environment()
    try:
        certificates.begin(settings.tls, settings.office, names or usual_names(), days, clock.utc())
    except NotPossible as problem:
        raise in_words(problem) from problem
    click.echo(f"Đã lập chứng thư trong {settings.tls}: {told(certificates.standing(settings.tls / 'server.crt'))}")
    click.echo(
        f"Dấu vân tay SHA-256 (in ra giấy cho người dùng so):\n{certificates.fingerprint(settings.tls / 'ca.crt')}"
    )
    click.echo("Từ lần chạy sau, máy chủ dùng HTTPS. Trang hướng dẫn cài lên máy tính bảng: /cai-dat")


@tls.command()
@click.option("--name", "names", multiple=True, help="Đổi tên máy; bỏ trống thì giữ các tên cũ.")
@_DAYS
def renew(names: tuple[str, ...], days: int) -> None:
    """Cấp chứng thư máy chủ mới; máy chủ đang chạy tự nhận, máy tính bảng không phải làm gì."""
    try:
        made = certificates.renew(from_environment().tls, names, days, clock.utc())
    except NotPossible as problem:
        raise in_words(problem) from problem
    click.echo(f"Đã gia hạn: {told(made)}")


def usual_names() -> tuple[str, ...]:
    """What tablets in the house may call this machine."""
    from ..demo.run import lan_address

    host = socket.gethostname().split(".")[0].lower().replace("_", "-")
    found = ["icabinet.lan", host, f"{host}.local", "localhost", lan_address(), "127.0.0.1"]
    return tuple(dict.fromkeys(name for name in found if name))


def told(made: certificates.Standing) -> str:
    return f"{', '.join(made.names)}; hết hạn ngày {clock.local(int(made.ends.timestamp() * 1000)):%d/%m/%Y}."


def in_words(problem: NotPossible) -> click.ClickException:
    return click.ClickException(WORDS[problem.code].format(fact=problem.fact))
