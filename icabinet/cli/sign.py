"""`icabinet sign`: the key that documents are signed with."""

from __future__ import annotations

from pathlib import Path

import click

from .. import clock
from ..documents.signing import trial as trying
from ..documents.signing.problems import NotSigned
from ..server.problems import in_words
from ..settings import PREFIX, Settings, from_environment


@click.group()
def sign() -> None:
    """Khoá ký số văn bản của cơ quan."""


@sign.command()
def check() -> None:
    """Mở khoá đang khai và nói đó là khoá của ai; mã thoát 1 nếu không ký được. Không in mật khẩu, không ký gì."""
    settings = from_environment()
    try:
        click.echo(_found(settings), nl=False)
    except NotSigned as problem:
        raise click.ClickException(in_words(problem.code, {"fact": problem.fact}, False)) from problem


@sign.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="Số ngày có hiệu lực.")
def trial(folder: Path, days: int) -> None:
    """Tạo khoá ký thử trong FOLDER: văn bản ký bằng khoá này không có giá trị pháp lý."""
    settings = from_environment()
    try:
        trying.make(folder, settings.office, days, clock.utc())
    except trying.Exists as problem:
        raise click.ClickException(f"Đã có tệp {problem}. Xin chọn thư mục khác.") from problem
    click.echo("Đã tạo khoá ký thử (không có giá trị pháp lý). Đặt các biến sau rồi chạy lại máy chủ:")
    for name, file in (("SIGN_KEY", trying.KEY), ("SIGN_PASSPHRASE_FILE", trying.PASSPHRASE)):
        click.echo(f"{PREFIX}{name}={folder.resolve() / file}")
    click.echo(f"{PREFIX}SIGN_TRUST={folder.resolve() / trying.AUTHORITY}")


def _found(settings: Settings) -> str:
    """Raises NotSigned."""
    from ..documents.signing.check import roots_of
    from ..documents.signing.keys import key_of, need_usable

    with key_of(settings) as key:
        need_usable(key.certificate, clock.now())
        place = f"trong thiết bị “{settings.sign_token}”" if key.token else f"trong tệp {settings.sign_key}"
        holder = key.holder
    stamp = settings.sign_tsa or "không có; thời gian ký là đồng hồ của máy chủ"
    trusted = [str(root.subject.human_friendly) for root in roots_of(settings.sign_trust)]
    return (
        f"Khoá ký {place} dùng được.\n"
        f"Người ký: {holder.subject}\nCơ quan: {holder.organisation or 'không ghi'}\n"
        f"Nơi cấp: {holder.issuer} (số {holder.serial})\n"
        f"Hiệu lực: {clock.local(holder.begins):%d/%m/%Y} – {clock.local(holder.ends):%d/%m/%Y}\n"
        f"Dấu thời gian (TSA): {stamp}\n"
        f"Nơi cấp được tin: {'; '.join(trusted) or 'chưa khai (ICABINET_SIGN_TRUST)'}\n"
    )
