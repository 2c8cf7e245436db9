"""`icabinet bench …`: one command a bench, and `all`."""

from __future__ import annotations

import importlib
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click
import msgspec

if TYPE_CHECKING:
    from .figures import Report
    from .trial import Load

F = TypeVar("F", bound=Callable[..., Any])
MODULES = (
    "fan_out",
    "votes",
    "screens",
    "present",
    "reconnect",
    "upload",
    "prefetch",
    "idle",
    "indexing",
    "questions",
    "anchors",
)

_SHARED = (
    click.option("--connections", type=click.IntRange(1, 20_000), default=200, show_default=True, help="Số máy nối."),
    click.option("--runs", type=click.IntRange(1, 20), default=3, show_default=True, help="Số lần chạy; in trung vị."),
    click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON."),
    click.option(
        "--folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Thư mục trên ổ đĩa sẽ chứa dữ liệu thật; mặc định là thư mục tạm của máy.",
    ),
)
_BURSTS = click.option("--bursts", type=click.IntRange(1, 1000), default=20, show_default=True, help="Số đợt sự kiện.")
_EVENTS = click.option(
    "--events", type=click.IntRange(1, 1000), default=50, show_default=True, help="Số sự kiện trong một đợt."
)
_OPTIONS = click.option(
    "--options", type=click.IntRange(0, 60), default=0, show_default=True, help="Số ứng cử viên; 0: biểu quyết thường."
)
_MISSED = click.option(
    "--missed", type=click.IntRange(4, 1900), default=200, show_default=True, help="Số sự kiện mỗi máy đã bỏ lỡ."
)
_MEGABYTES = click.option(
    "--megabytes", type=click.IntRange(1, 99), default=30, show_default=True, help="Cỡ tệp PDF, MiB."
)
_PAGES = click.option("--pages", type=click.IntRange(1, 2000), default=100, show_default=True, help="Số trang.")
_QUESTIONS = click.option(
    "--questions", type=click.IntRange(1, 1000), default=50, show_default=True, help="Số câu hỏi mỗi lần chạy."
)
_SEED = click.option(
    "--seed", type=click.IntRange(0, 10_000), default=1, show_default=True, help="Số bắt đầu của các văn bản sinh ra."
)
_MODEL = click.option(
    "--model",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".var/model"),
    show_default=True,
    help="Thư mục mô hình của trợ lý; không có thì trợ lý chỉ tìm theo từ.",
)


def _shared(function: F) -> F:
    for option in reversed(_SHARED):
        function = option(function)
    return function


@click.group()
def bench() -> None:
    """Đo tốc độ trên chính máy này.

    Mỗi phép đo tự khởi động một máy chủ riêng trên một cơ sở dữ liệu SQLite tạm, ghi đĩa như khi dùng thật
    (synchronous=FULL), và tạo tải từ một tiến trình khác trên cùng máy. Người dùng được đăng nhập sẵn bằng cách ghi
    thẳng phiên vào cơ sở dữ liệu, vì việc đăng nhập không phải là điều được đo.
    """


@bench.command("fan-out")
@_shared
@_BURSTS
def fan_out(**options: Any) -> None:
    """Phân phát từng đợt 10 sự kiện (300 byte) tới mọi máy, so với send_text từng sự kiện."""
    _run(["fan_out"], **options)


@bench.command()
@_shared
@_OPTIONS
@_MODEL
@click.option("--indexing", is_flag=True, help="Biểu quyết thêm một lần trong khi trợ lý lập chỉ mục; in tỉ lệ p99.")
def votes(**options: Any) -> None:
    """Mọi đại biểu bỏ phiếu cùng lúc, chủ trì đóng và công bố; --options N: bầu từ danh sách N người."""
    _run(["votes"], **options)


@bench.command()
@_shared
@_BURSTS
def screens(**options: Any) -> None:
    """Bàn điều hành đổi nội dung của 10 màn hình lớn, bên cạnh mọi máy đang nối."""
    _run(["screens"], **options)


@bench.command()
@_shared
@_BURSTS
@_EVENTS
def console(**options: Any) -> None:
    """Bàn chủ trì và bàn thư ký trong trình duyệt Chromium: từ lúc đợt sự kiện đến nơi đến lúc vẽ xong."""
    _run(["console"], **options)


@bench.command()
@_shared
@_BURSTS
def present(**options: Any) -> None:
    """Chủ trì lật trang (nhiều nhất 4 lần mỗi giây), mọi máy được báo trang và vùng cần xem; so với send_text."""
    _run(["present"], **options)


@bench.command()
@_shared
@click.option("--pages", type=click.IntRange(2, 1000), default=330, show_default=True, help="Số trang của tài liệu.")
def reader(**options: Any) -> None:
    """Đọc một tài liệu dài trong trình duyệt Chromium: trang đầu, trang trắng khi cuộn, số canvas, bộ nhớ."""
    _run(["reader"], **options)


@bench.command()
@_shared
@click.option("--strokes", type=click.IntRange(1, 15), default=12, show_default=True, help="Số nét.")
@click.option(
    "--drawn", type=click.IntRange(0, 5000), default=2000, show_default=True, help="Số nét đã có trên một tài liệu."
)
def ink(**options: Any) -> None:
    """Viết tay trong trình duyệt Chromium bằng bút có lực nhấn: xử lý mỗi lần bút di chuyển, cỡ nét, sang máy kia; mở
    tài liệu đã có nhiều nét, so với cùng tài liệu ấy khi chưa có nét nào.
    """
    _run(["ink"], **options)


@bench.command()
@_shared
@_MISSED
def reconnect(**options: Any) -> None:
    """Mọi máy nối lại cùng lúc ngay sau khi máy chủ khởi động, mỗi máy đã bỏ lỡ nhiều sự kiện."""
    _run(["reconnect"], **options)


@bench.command()
@_shared
@_MEGABYTES
def upload(**options: Any) -> None:
    """Thư ký gửi lên một tệp PDF quét lớn, phát hành, và mọi máy tải về toàn bộ."""
    _run(["upload"], **options)


@bench.command()
@_shared
@_MEGABYTES
def prefetch(**options: Any) -> None:
    """Mọi máy tải trước một tệp lớn, từng phần và lần lượt, trong lúc cả phòng biểu quyết."""
    _run(["prefetch"], **options)


@bench.command()
@_shared
@_BURSTS
def minutes(**options: Any) -> None:
    """Biên bản của cuộc họp dài: tệp Word, bản thảo, và vẽ lại trong trình duyệt Chromium sau mỗi thay đổi."""
    _run(["minutes"], **options)


@bench.command("idle-memory")
@_shared
def idle_memory(**options: Any) -> None:
    """Bộ nhớ máy chủ cho mỗi máy đang nối mà không làm gì, và thời gian khởi động."""
    _run(["idle"], **options)


@bench.command("index")
@_shared
@_PAGES
@_MODEL
@click.option("--thrifty", is_flag=True, help="Trợ lý tính bằng cách ít tốn bộ nhớ (ICABINET_THRIFTY).")
def index(**options: Any) -> None:
    """Lập chỉ mục các trang tài liệu trong tiến trình của trợ lý."""
    _run(["indexing"], **options)


@bench.command("questions")
@_shared
@_PAGES
@_QUESTIONS
@_MODEL
def questions(**options: Any) -> None:
    """Hỏi trợ lý lần lượt từng câu về tài liệu của cuộc họp, khi máy chủ không bận việc khác."""
    _run(["questions"], **options)


@bench.command()
@_shared
@_SEED
def anchors(**options: Any) -> None:
    """Đặt ghi chú lên phiên bản mới của văn bản sinh ra, theo từng kiểu sửa: giữ, tìm thấy, đặt sai chỗ."""
    _run(["anchors"], **options)


@bench.command()
@_shared
@_QUESTIONS
@_MODEL
@click.option(
    "--passages", type=click.IntRange(10, 1_000_000), default=5000, show_default=True, help="Số đoạn văn trong kho."
)
def archive(**options: Any) -> None:
    """Hỏi trợ lý trên một kho lớn: thời gian một câu hỏi, so với xem hết mọi đoạn, và tìm đúng được bao nhiêu.

    Văn bản và véc-tơ là sinh ra: câu gồm các âm tiết theo tần suất như trong ngôn ngữ (Zipf), véc-tơ nằm thành cụm;
    việc đọc và mã hóa văn bản không được đo ở đây (xem bench index). Một triệu đoạn cần 8 GB trên đĩa (--folder) và
    khoảng 15 phút.
    """
    _run(["archive"], **options)


@bench.command()
@_shared
@click.option(
    "--meetings", type=click.IntRange(1, 10_000), default=2500, show_default=True, help="Số cuộc họp trong năm năm."
)
def statistics(**options: Any) -> None:
    """Thống kê nhiệm vụ và ý kiến bằng văn bản của năm năm họp."""
    _run(["years"], **options)


@bench.command()
@_shared
@click.option(
    "--letters",
    type=click.IntRange(1, 1000),
    default=1000,
    show_default=True,
    help="Số người nhận thư, mỗi người hai thư.",
)
def letters(**options: Any) -> None:
    """Xếp thư cho mọi người được lấy ý kiến và gửi tới một máy chủ thư trên máy này, so với smtplib gửi lần lượt."""
    _run(["letters"], **options)


@bench.command()
@_shared
@click.option(
    "--meetings", type=click.IntRange(1, 10_000), default=2500, show_default=True, help="Số cuộc họp trong năm năm."
)
def find(**options: Any) -> None:
    """Tìm trong mọi cuộc họp của một người và lịch riêng, so với SQL LIKE."""
    _run(["find"], **options)


@bench.command("all")
@_shared
@_BURSTS
@_MISSED
@_MEGABYTES
@_PAGES
@_QUESTIONS
@_SEED
@_MODEL
def everything(**options: Any) -> None:
    """Tất cả các phép đo, lần lượt, trừ console, reader, ink và minutes (cần trình duyệt)."""
    _run(MODULES, **options)


def _run(modules: Sequence[str], as_json: bool, folder: Path | None, **amounts: Any) -> None:
    from .table import table
    from .trial import Load

    signal.signal(signal.SIGTERM, _stop)
    load = Load(**amounts)
    reports: list[Report] = []
    for module in modules:
        reports.append(_measure(module, load, folder))
        if not as_json:
            click.echo(table(reports[-1]) + "\n")
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(reports)).decode())


def _stop(signum: int, frame: FrameType | None) -> NoReturn:
    """Being told to stop ends the servers and removes the folders, as after a measurement."""
    raise SystemExit(128 + signum)


def _measure(module: str, load: Load, folder: Path | None) -> Report:
    from .browser import NoBrowser, PageError
    from .fleet import Broken
    from .process import NotStarted
    from .requests import Unexpected
    from .trial import Bench, report

    bench: Bench = importlib.import_module(f".{module}", __package__).BENCH
    try:
        return report(bench, load, folder)
    except (Broken, NoBrowser, NotStarted, PageError, Unexpected, TimeoutError) as problem:
        reason = str(problem) or "quá thời gian"
        raise click.ClickException(f"Phép đo “{bench.title}” không hoàn thành: {reason}") from problem
