"""The command line: one group, one line a command; each command imports only what it needs."""

from __future__ import annotations

import importlib
import tempfile
from pathlib import Path

import click

from .. import __version__, logs
from ..domain.people import OfficeRole

LATER = {
    "calibrate": "..evaluation.calibrating",
    "evaluate": "..evaluation.command",
    "teach": "..evaluation.teaching",
}
"""Commands whose modules take long to load: only when they are asked for."""


class _WithLater(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *LATER])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in LATER:
            return super().get_command(ctx, cmd_name)
        command = getattr(importlib.import_module(LATER[cmd_name], __package__), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_WithLater)
@click.version_option(__version__)
@click.option("--verbose", is_flag=True, help="Ghi nhật ký chi tiết.")
def cli(verbose: bool) -> None:
    """i-Cabinet: phòng họp không giấy."""
    logs.configure(verbose)


@cli.command()
@click.option("--certificate", default="", help="Tệp chứng thư HTTPS (PEM, kèm chuỗi).")
@click.option("--key", default="", help="Tệp khoá riêng của chứng thư (PEM).")
def serve(certificate: str, key: str) -> None:
    """Chạy máy chủ theo các biến môi trường ICABINET_…"""
    from .serve import run

    run(certificate, key)


@cli.command()
def migrate() -> None:
    """Đưa cơ sở dữ liệu lên phiên bản mới nhất."""
    from ..settings import from_environment
    from ..store.schema import upgrade

    upgrade(from_environment().database_url)
    click.echo("Cơ sở dữ liệu đã ở phiên bản mới nhất.")


@cli.command()
@click.option("--permissions", is_flag=True, help="In bảng quyền: lệnh × vai trò, bản ghi × người xem.")
@click.option("--settings", "show_settings", is_flag=True, help="In các thiết lập đang có hiệu lực.")
@click.option("--alive", is_flag=True, help="Hỏi máy chủ đang chạy trên máy này; mã thoát 1 nếu không trả lời.")
def check(permissions: bool, show_settings: bool, alive: bool) -> None:
    """Kiểm tra và in những gì cơ quan cần duyệt."""
    from . import checks

    if permissions:
        click.echo(checks.permissions(), nl=False)
    if show_settings:
        click.echo(checks.settings(), nl=False)
    if alive and not checks.alive():
        raise SystemExit(1)
    if not permissions and not show_settings and not alive:
        raise click.UsageError("Xin chọn --permissions, --settings hoặc --alive.")


@cli.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--generate", type=click.IntRange(1, 100_000), help="Tự tạo chừng này tệp, cả tệp tốt lẫn tệp hỏng.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Ghi kết quả từng tệp vào đây.")
def corpus(folder: Path | None, generate: int | None, report: Path | None) -> None:
    """Thử bộ đọc tài liệu trên mọi tệp của một thư mục; mã thoát 1 nếu có tệp làm nó sập hoặc treo."""
    from . import corpus as trial

    if (folder is None) == (generate is None):
        raise click.UsageError("Xin chọn một thư mục hoặc --generate.")
    with tempfile.TemporaryDirectory() as work:
        files = trial.files_in(folder) if folder else trial.make(generate or 0, Path(work))
        tried = trial.try_files(files, Path(work))
    click.echo(trial.report(tried), nl=False)
    if report:
        report.write_text(trial.lines(tried), encoding="utf-8")
    if not trial.is_sound(tried):
        raise SystemExit(1)


@cli.command()
def wire() -> None:
    """In các kiểu TypeScript của lệnh (web/src/wire.ts)."""
    from .wire import typescript

    click.echo(typescript(), nl=False)


@cli.command()
@click.argument("bundle", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--log", is_flag=True, help="So hồ sơ với nhật ký của cuộc họp trong cơ sở dữ liệu trên máy này.")
def verify(bundle: Path | None, log: bool) -> None:
    """Kiểm tra mọi nhật ký, hoặc hồ sơ điện tử hay tệp PDF đã ký BUNDLE; mã thoát 1 nếu không còn nguyên vẹn."""
    from ..settings import from_environment

    if bundle is not None:
        from .verify_bundle import report

        settings = from_environment()
        sound, words = report(bundle, settings.database_url if log else "", settings.sign_trust)
        click.echo(words, nl=False)
        raise SystemExit(0 if sound else 1)
    from .checks import broken_logs

    broken = broken_logs(from_environment().database_url)
    for stream, seq in broken.items():
        click.echo(f"Nhật ký {stream} không còn nguyên vẹn từ sự kiện {seq}.")
    if broken:
        raise SystemExit(1)
    click.echo("Mọi nhật ký còn nguyên vẹn.")


@cli.command()
@click.argument("meeting")
@click.argument("vote")
def recount(meeting: str, vote: str) -> None:
    """Đếm lại một biểu quyết từ nhật ký và lá phiếu; mã thoát 1 nếu kết quả khác."""
    from ..settings import from_environment
    from .recount import NothingToCount
    from .recount import recount as count_again

    try:
        found = count_again(from_environment().database_url, meeting, vote)
    except NothingToCount as nothing:
        raise click.ClickException("Không có biểu quyết này, hoặc biểu quyết chưa đóng.") from nothing
    click.echo(f"{found.question}\nDanh sách biểu quyết {found.roll} người, {found.ballots} phiếu.")
    for difference in found.differences:
        click.echo(f"KHÁC: {difference}")
    if found.differences:
        raise SystemExit(1)
    click.echo(f"Kết quả đếm lại khớp: {found.sentence}")


@cli.command()
@click.option("--login", required=True, help="Tên đăng nhập (chữ thường, số, dấu chấm).")
@click.option("--name", required=True, help="Họ và tên.")
@click.option(
    "--role",
    type=click.Choice(["administrator", "secretary", "member"]),
    default="member",
    show_default=True,
    help="Quyền trong cơ quan: quản trị, thư ký, thành viên.",
)
@click.password_option(help="Mật khẩu; để trống thì được hỏi.")
def user(login: str, name: str, role: OfficeRole, password: str) -> None:
    """Tạo người dùng (người quản trị đầu tiên được tạo bằng lệnh này)."""
    from ..settings import from_environment
    from .users import create

    create(from_environment(), login, name, role, password)
    click.echo(f"Đã tạo người dùng {login}.")


@cli.command()
@click.option("--port", type=int, default=8080, show_default=True, help="Cổng lắng nghe.")
@click.option("--host", default="0.0.0.0", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--fresh", is_flag=True, help="Bỏ dữ liệu chạy thử cũ và chuẩn bị lại từ đầu.")
@click.option("--https", is_flag=True, help="Dùng HTTPS với chứng thư tự lập; trang hướng dẫn ở cổng liền sau.")
def demo(port: int, host: str, fresh: bool, https: bool) -> None:
    """Chạy thử với cuộc họp đã chuẩn bị sẵn."""
    from ..demo.run import run

    run(host, port, fresh, https)


class _Later(click.Group):
    """A group of commands that is loaded only when it is asked for."""

    def __init__(self, name: str, module: str, help: str) -> None:
        super().__init__(name, help=help)
        self._module = module

    def list_commands(self, ctx: click.Context) -> list[str]:
        return self._group().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self._group().get_command(ctx, cmd_name)

    def _group(self) -> click.Group:
        group = getattr(importlib.import_module(self._module, __package__), str(self.name))
        assert isinstance(group, click.Group)
        return group


cli.add_command(_Later("bench", "..bench.commands", help="Đo tốc độ trên chính máy này."))
cli.add_command(_Later("sign", ".sign", help="Khoá ký số văn bản của cơ quan."))
cli.add_command(_Later("tls", ".tls", help="Chứng thư HTTPS của riêng cơ quan."))

if __name__ == "__main__":
    cli()
