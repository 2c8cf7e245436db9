"""What `icabinet verify BUNDLE` says, in words for the office."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from ..documents.bundle.check import Checked, Code, Difference, check, unpacked
from ..documents.bundle.pack import LOG, Manifest
from ..store.database import Database
from ..store.tables import Event

WORDS: dict[Code, str] = {
    "not-a-bundle": "Tệp này không phải hồ sơ i-Cabinet, hoặc đã hỏng không mở được.",
    "manifest": "Bảng kê trong hồ sơ không đọc được.",
    "version": "Hồ sơ theo định dạng khác ({where}). Xin kiểm tra bằng phiên bản i-Cabinet tương ứng.",
    "missing": "Thiếu tệp: {where}",
    "added": "Thừa tệp không có trong bảng kê: {where}",
    "changed": "Tệp đã bị thay đổi: {where}",
    "sums": "Bảng kê SHA256SUMS không khớp với bảng kê của hồ sơ.",
    "packing": "Các tệp còn nguyên nhưng vỏ ngoài của tệp ZIP đã bị thay đổi.",
    "chain": f"Chuỗi băm của nhật ký ({LOG}) đứt ở sự kiện {{where}}.",
    "head": "Mã băm cuối của nhật ký không khớp với bảng kê.",
    "schema": "Diễn biến cuộc họp không đúng lược đồ Akoma Ntoso, dòng {where}",
}


def report(bundle: Path, database: str = "", trust: str = "") -> tuple[bool, str]:
    """Whether the bundle is sound, and the lines to print; with `database` also whether that log says the same.

    `trust`: a PEM file of authorities that signatures may come from. A single PDF is looked at for its signatures.
    """
    content = bundle.read_bytes()
    if content.startswith(b"%PDF-"):
        from .verify_signatures import report as of_pdf

        return of_pdf(content, trust)
    checked = check(content)
    lines = [_facts(checked.manifest, checked)] if checked.manifest else []
    if checked.manifest and checked.manifest.signatures and not checked.differences:
        from .verify_signatures import of_bundle

        said, wrong = of_bundle(checked.manifest, unpacked(content), trust)
        lines += said + [f"KHÁC: {line}" for line in wrong]
    lines += [f"KHÁC: {_words(difference)}" for difference in checked.differences]
    if database and checked.manifest and not checked.differences:
        lines += [f"KHÁC: {difference}" for difference in _against(database, checked.manifest)]
    sound = not any(line.startswith("KHÁC") for line in lines)
    if sound:
        lines.append("Hồ sơ còn nguyên vẹn.")
    return sound, "".join(f"{line}\n" for line in lines)


def _facts(manifest: Manifest, checked: Checked) -> str:
    state = "đã khoá" if manifest.locked else "chưa khoá"
    digest = f"Mã băm của bảng kê: {checked.digest}\n" if checked.digest else ""
    return (
        f"{manifest.title}\n{digest}"
        f"{len(manifest.files)} tệp; biên bản {state}; nhật ký {manifest.events} sự kiện, "
        f"{checked.told} sự kiện tính lại được mã băm, các sự kiện riêng tư chỉ có mã băm.\n"
        f"Mã băm cuối của nhật ký: {manifest.head}"
    )


def _words(difference: Difference) -> str:
    return WORDS[difference.code].format(where=difference.where)


def _against(url: str, manifest: Manifest) -> list[str]:
    """Whether the log of this machine had the same hash at the same place."""
    db = Database(url)
    try:
        asked = select(Event.hash).where(Event.stream == manifest.meeting, Event.seq == manifest.events)
        found = db.read(lambda s: s.scalars(asked).first())
    finally:
        db.close()
    if found is None:
        return ["Cơ sở dữ liệu trên máy này không có cuộc họp này hoặc thiếu sự kiện."]
    return [] if bytes(found).hex() == manifest.head else ["Nhật ký trên máy này khác với nhật ký trong hồ sơ."]
