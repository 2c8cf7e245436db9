"""Rules that offices use, by name, and the kinds of meetings that begin with them.

Articles are those of the Luật Tổ chức chính quyền địa phương 77/2015/QH13, whose text could be checked (Điều 91, 102,
114, 117). Later laws are in force (65/2025/QH15 and after), whose articles on voting could not be checked: nothing here
names them. Whoever prepares a vote holds the rule against them and against the rules of procedure of the office: a
preset only saves the typing. Elections are secret unless the office decides otherwise. Equal votes for the last seat
are voted on again; that the older candidate wins (as when the people elect deputies) holds for no post that a council
fills, so no rule here asks for dates of birth.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from .rule import Rule

MeetingKind = Literal["council", "government", "committee", "conference"]

LAW = "Luật Tổ chức chính quyền địa phương 2015"
CHECK = "; xin đối chiếu luật hiện hành và quy chế của cơ quan"
BY_OFFICE = "Theo quy chế của cơ quan"


class Preset(msgspec.Struct, frozen=True):
    """`vi` and `en` name the rule to people; `basis` says where it comes from, empty for custom alone."""

    id: str
    vi: str
    en: str
    basis: str
    rule: Rule


class Kind(msgspec.Struct, frozen=True):
    """A kind of meeting: the preset that its votes begin with, and the share present that makes it quorate."""

    id: MeetingKind
    vi: str
    en: str
    preset: str
    quorum_numerator: int = 2
    quorum_denominator: int = 3


PRESETS = (
    Preset(
        "present-majority",
        "Quá nửa số đại biểu có mặt",
        "More than half of those present",
        "",
        Rule(),
    ),
    Preset(
        "present-two-thirds",
        "Ít nhất 2/3 số đại biểu có mặt",
        "At least 2/3 of those present",
        "",
        Rule(numerator=2, denominator=3, more_than=False),
    ),
    Preset(
        "present-three-quarters",
        "Ít nhất 3/4 số đại biểu có mặt",
        "At least 3/4 of those present",
        "",
        Rule(numerator=3, denominator=4, more_than=False),
    ),
    Preset(
        "council-resolution",
        "Nghị quyết HĐND: quá nửa tổng số đại biểu",
        "Council resolution: more than half of all delegates",
        f"{LAW}, Điều 91 khoản 3{CHECK}",
        Rule(base="entitled"),
    ),
    Preset(
        "council-dismissal",
        "Bãi nhiệm đại biểu HĐND: ít nhất 2/3 tổng số đại biểu",
        "Dismissal of a delegate: at least 2/3 of all delegates",
        f"{LAW}, Điều 91 khoản 3, Điều 102 khoản 3{CHECK}",
        Rule(base="entitled", numerator=2, denominator=3, more_than=False),
    ),
    Preset(
        "government-decision",
        "Quyết định của UBND: quá nửa tổng số thành viên, ngang phiếu theo Chủ tịch",
        "Decision of the People's Committee: more than half of all members, the chair decides a tie",
        f"{LAW}, Điều 114 khoản 3 và Điều 117{CHECK}",
        Rule(base="entitled", ties="chair"),
    ),
    Preset(
        "ballots-majority",
        "Quá nửa số phiếu có ý kiến",
        "More than half of the ballots, abstentions left out",
        "",
        Rule(base="valid"),
    ),
    Preset(
        "unanimity",
        "Tất cả đại biểu có mặt đồng ý",
        "Everybody present in favour",
        "",
        Rule(numerator=1, denominator=1, more_than=False),
    ),
    Preset(
        "election",
        "Bầu từ danh sách: người trúng cử phải được quá nửa số phiếu hợp lệ",
        "Election from a list: more than half of the valid ballots needed",
        BY_OFFICE,
        Rule(secrecy="secret", method="list", base="valid", ties="repeat"),
    ),
    Preset(
        "council-election",
        "Bầu từ danh sách: người trúng cử phải được quá nửa tổng số đại biểu",
        "Election from a list: more than half of all delegates needed",
        BY_OFFICE,
        Rule(secrecy="secret", method="list", base="entitled", ties="repeat"),
    ),
    Preset(
        "most-votes",
        "Chọn phương án nhiều phiếu nhất",
        "The option with most votes",
        "",
        Rule(method="list", base="cast", numerator=0, denominator=1, ties="repeat"),
    ),
    Preset(
        "each-candidate",
        "Biểu quyết từng người: quá nửa tổng số đại biểu",
        "Yes or no for each candidate: more than half of all delegates",
        BY_OFFICE,
        Rule(secrecy="secret", method="candidates", base="entitled", seats=0),
    ),
)

KINDS = (
    Kind("council", "Kỳ họp Hội đồng nhân dân", "Session of the People's Council", "council-resolution"),
    Kind("government", "Phiên họp Uỷ ban nhân dân", "Session of the People's Committee", "government-decision"),
    Kind("committee", "Họp ban, uỷ ban", "Committee meeting", "present-majority"),
    Kind("conference", "Hội nghị, cuộc họp khác", "Conference or other meeting", "present-majority"),
)


def preset(id_: str) -> Rule:
    return next(known.rule for known in PRESETS if known.id == id_)


def kind(id_: MeetingKind) -> Kind:
    return next(known for known in KINDS if known.id == id_)
