"""What `icabinet verify` says of digital signatures, in words for the office."""

from __future__ import annotations

from collections.abc import Mapping

from .. import clock
from ..documents.bundle.pack import Manifest
from ..documents.signing.check import Signature, State, Unreadable, roots_of, signatures
from ..documents.signing.problems import NotSigned
from ..server.problems import in_words

WORDS: dict[State, str] = {
    "valid": "chữ ký hợp lệ",
    "changed": "nội dung đã bị thay đổi sau khi ký",
    "added": "có nội dung thêm vào tệp sau khi ký",
    "expired": "chứng thư đã hết hạn ngày {ends} và không có dấu thời gian chứng minh đã ký trước đó",
    "untrusted": "nội dung còn nguyên, nhưng máy này chưa tin nơi cấp chứng thư “{issuer}”",
}
TOUCHED: frozenset[State] = frozenset({"changed", "added"})
NOT_A_PDF = "Tệp PDF không đọc được: hỏng hoặc đã bị sửa."
UNSIGNED = "Tệp chưa ký số."


def report(pdf: bytes, trust: str) -> tuple[bool, str]:
    """Whether somebody signed the file, all of it, with a certificate that this machine trusts; the lines to print."""
    try:
        found = signatures(pdf, roots_of(trust), clock.now())
    except Unreadable:
        return False, f"{NOT_A_PDF}\n"
    except NotSigned as problem:
        return False, in_words(problem.code, {"fact": problem.fact}, False) + "\n"
    if not found:
        return False, f"{UNSIGNED}\n"
    lines = [told(number, one) for number, one in enumerate(found, 1)]
    return all(one.state == "valid" for one in found), "".join(f"{line}\n" for line in lines)


def told(number: int, one: Signature) -> str:
    when = f"{clock.local(one.at):%d/%m/%Y %H:%M:%S}" if one.at else "không ghi"
    clock_of = "dấu thời gian" if one.stamped else "đồng hồ máy ký"
    by = f"{one.holder.subject}, {one.holder.organisation}" if one.holder.organisation else one.holder.subject
    return (
        f"Chữ ký {number}: {in_state(one)}.\n"
        f"  Người ký: {by}\n  Nơi cấp: {one.holder.issuer} (số {one.holder.serial})\n"
        f"  Thời gian ký: {when} ({clock_of})"
    )


def in_state(one: Signature) -> str:
    ends = f"{clock.local(one.holder.ends):%d/%m/%Y}"
    return WORDS[one.state].format(ends=ends, issuer=one.holder.issuer)


def of_bundle(manifest: Manifest, files: Mapping[str, bytes], trust: str) -> tuple[list[str], list[str]]:
    """What to say about the PDF files of a bundle, and what in them is not as the manifest says."""
    said, wrong = [], []
    for line in manifest.signatures:
        if line.state == "chưa ký số":
            said.append(f"Chưa ký số: {line.path}")
            continue
        try:
            found = signatures(files.get(line.path, b""), roots_of(trust), clock.now())
        except (Unreadable, NotSigned):
            found = []
        states = {one.state for one in found}
        if not found or states & TOUCHED:
            wrong.append(f"Chữ ký số không còn đúng với tệp: {line.path}")
        standing = f"; {line.standing}: văn bản không còn dùng" if line.standing else ""
        said += [f"Đã ký số: {line.path} ({one.holder.subject}; {in_state(one)}{standing})" for one in found]
    return said, wrong
