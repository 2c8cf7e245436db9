"""The rule in words before anybody votes, and the outcome in words after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..wording import percent
from .ballots import Count
from .outcome import Line, Result
from .rule import Base, Option, Rule, Sizes, VoterLine, is_tie, least_in_favour

BASE_WORDS: dict[Base, str] = {
    "present": "đại biểu có mặt",
    "entitled": "đại biểu được triệu tập",
    "cast": "phiếu đã bỏ",
    "valid": "phiếu có ý kiến",
}
RESULT_WORDS: dict[Result, str] = {
    "passed": "thông qua",
    "rejected": "không thông qua",
    "tied": "ngang phiếu, cần biểu quyết lại",
    "elected": "có người trúng cử",
}


_REPEATED = "Ngang phiếu thì biểu quyết lại."
_SECOND_ROUND = "Ngang phiếu thì bầu vòng hai giữa những người ngang phiếu."


def base_words(rule: Rule) -> str:
    """What the share is taken of; the ballots of an election have no opinion but are valid ones."""
    return "phiếu hợp lệ" if rule.base == "valid" and rule.method == "list" else BASE_WORDS[rule.base]


def threshold(rule: Rule) -> str:
    return f"{rule.numerator}/{rule.denominator}" if rule.numerator < rule.denominator else "100 %"


def reach_words(rule: Rule) -> str:
    return f"quá {threshold(rule)}" if rule.more_than else f"ít nhất {threshold(rule)}"


def describe(rule: Rule, options: Sequence[Option] = (), voters: Sequence[VoterLine] = ()) -> str:
    """The rule in sentences, shown on every tablet before anybody votes."""
    return " ".join([_decides(rule, len(options)), *_conditions(rule, voters)])


def _decides(rule: Rule, options: int) -> str:
    if rule.method == "standard":
        return f"Thông qua khi có {reach_words(rule)} số {base_words(rule)} đồng ý."
    if rule.method == "list":
        share = f", mỗi người phải được {reach_words(rule)} số {base_words(rule)}" if rule.numerator else ""
        picks = str(rule.most) if rule.least == rule.most else f"từ {rule.least} đến {rule.most}"
        return f"Chọn {picks} trong {options}; {rule.seats} người nhiều phiếu nhất trúng cử{share}."
    best = f"; lấy {rule.seats} người nhiều phiếu nhất" if rule.seats else ""
    return f"Biểu quyết từng người; trúng cử khi có {reach_words(rule)} số {base_words(rule)} đồng ý{best}."


def _conditions(rule: Rule, voters: Sequence[VoterLine]) -> Iterator[str]:
    if rule.secrecy == "secret":
        yield "Bỏ phiếu kín."
    if voters:
        weighted = ", mỗi người theo số phiếu của mình" if any(voter.weight > 1 for voter in voters) else ""
        yield f"Chỉ {len(voters)} người trong danh sách được biểu quyết{weighted}."
    if rule.method == "standard" and not rule.other_counts:
        yield "Ý kiến khác không tính vào tỷ lệ."
    if rule.method != "list" and not rule.abstain_counts and rule.base != "valid":
        yield "Phiếu không biểu quyết không tính vào tỷ lệ."
    if rule.ties == "chair":
        yield "Ngang phiếu thì theo lá phiếu của chủ trì."
    if rule.ties == "repeat":
        yield _REPEATED if rule.method == "standard" else _SECOND_ROUND
    if rule.late == "admitted":
        yield "Đại biểu đến muộn được biểu quyết khi biểu quyết còn mở."
    if rule.shows == "live":
        yield "Số phiếu hiện ngay trong khi biểu quyết."
    if rule.shows == "close":
        yield "Kết quả hiện với mọi người ngay khi đóng."


def told(
    rule: Rule, count: Count, sizes: Sizes, result: Result, base: int, lines: Sequence[Line], options: Sequence[Option]
) -> str:
    """For example "Có 41/50 đại biểu dự họp (đủ túc số 2/3). 28 đồng ý, 9 không đồng ý, 4 ý kiến khác.
    28/41 = 68,3 % ≥ 2/3 (cần ít nhất 28): thông qua." """
    there = _there(rule, sizes)
    if rule.method == "standard":
        return f"{there} {_answers(count, sizes)} {verdict(rule, count, base, result)}"
    labels = {option.id: option.label for option in options}
    decided = _list(rule, base, lines, labels) if rule.method == "list" else _candidates(rule, lines, labels)
    return f"{there} {_ballots(count, sizes)} {decided}"


def _there(rule: Rule, sizes: Sizes) -> str:
    counts_members = rule.quorum_of == "members"
    present, of = (sizes.members_present, sizes.members) if counts_members else (sizes.present, sizes.entitled)
    said = f"Có {present}/{of} đại biểu dự họp{_quorum(rule)}"
    if counts_members and (sizes.present, sizes.entitled) != (present, of):
        said += f", {sizes.present}/{sizes.entitled} người được biểu quyết có mặt"
    if (sizes.present_weight, sizes.entitled_weight) != (sizes.present, sizes.entitled):
        said += f", nắm {sizes.present_weight}/{sizes.entitled_weight} phiếu biểu quyết"
    return f"{said}."


def _quorum(rule: Rule) -> str:
    if rule.quorum_number:
        return f" (đủ túc số {rule.quorum_number} người)"
    if rule.quorum_numerator == 0:
        return ""
    share = (
        f"{rule.quorum_numerator}/{rule.quorum_denominator}"
        if rule.quorum_numerator < rule.quorum_denominator
        else "100 %"
    )
    return f" (đủ túc số {share})"


def _answers(count: Count, sizes: Sizes) -> str:
    tally = count.tally
    parts = [f"{tally.for_} đồng ý", f"{tally.against} không đồng ý"]
    parts += [
        f"{number} {word}"
        for number, word in ((tally.other, "ý kiến khác"), (tally.abstain, "không biểu quyết"))
        if number
    ]
    return ", ".join([*parts, *_rest(count, sizes)]) + f"{_paper(count)}."


def _ballots(count: Count, sizes: Sizes) -> str:
    return ", ".join([f"{count.cast} phiếu đã bỏ", *_rest(count, sizes)]) + f"{_paper(count)}."


def _rest(count: Count, sizes: Sizes) -> list[str]:
    silent = sizes.present_weight - count.cast
    parts = ((count.blank, "phiếu trắng"), (count.invalid, "phiếu không hợp lệ"), (silent, "không bỏ phiếu"))
    return [f"{number} {word}" for number, word in parts if number > 0]


def _paper(count: Count) -> str:
    return f" (trong đó {count.paper} phiếu kiểm đếm ngoài hệ thống)" if count.paper else ""


def verdict(rule: Rule, count: Count, base: int, result: Result) -> str:
    """The arithmetic of a standard vote and what follows from it."""
    in_favour = count.tally.for_
    if base == 0:
        return f"Không có {base_words(rule)} để tính tỷ lệ: {RESULT_WORDS[result]}."
    if is_tie(rule, in_favour, count.tally.against, base) and rule.ties != "fails":
        tie = _tie(rule, count, base)
        if rule.ties == "repeat":
            return f"{tie}: {RESULT_WORDS['tied']}."
        if result == "passed":
            return f"{tie}: ngang phiếu, chủ trì bỏ phiếu đồng ý: {RESULT_WORDS[result]}."
        return f"{tie}: ngang phiếu, chủ trì không bỏ phiếu đồng ý: {RESULT_WORDS[result]}."
    passed = result == "passed"
    sign = (">" if rule.more_than else "≥") if passed else ("≤" if rule.more_than else "<")
    needed = f"cần ít nhất {least_in_favour(rule, base)}"
    return f"{_share(rule, in_favour, base)} {sign} {threshold(rule)} ({needed}): {RESULT_WORDS[result]}."


def _tie(rule: Rule, count: Count, base: int) -> str:
    """The share, and below it the two numbers that are equal."""
    tally, share = count.tally, _share(rule, count.tally.for_, base)
    if tally.for_ * rule.denominator == rule.numerator * base:
        return f"{share} = {threshold(rule)}"
    return f"{share} < {threshold(rule)}, {tally.for_} đồng ý và {tally.against} không đồng ý ngang nhau"


def _share(rule: Rule, in_favour: int, base: int) -> str:
    words = "" if rule.base == "present" else f" {base_words(rule)}"
    return f"{in_favour}/{base}{words} = {percent(in_favour, base)}"


def _list(rule: Rule, base: int, lines: Sequence[Line], labels: dict[str, str]) -> str:
    needed = (
        f"Cần ít nhất {least_in_favour(rule, base)} phiếu ({reach_words(rule)} số {base_words(rule)}). "
        if rule.numerator and base
        else ""
    )
    return needed + _elected(
        rule, lines, rule.seats, {line.option: f"{labels[line.option]} ({line.for_} phiếu)" for line in lines}
    )


def _candidates(rule: Rule, lines: Sequence[Line], labels: dict[str, str]) -> str:
    named = {line.option: f"{labels[line.option]} ({_of(line)})" for line in lines}
    needed = f"Mỗi người cần {reach_words(rule)} số {base_words(rule)} đồng ý. "
    return needed + _elected(rule, lines, rule.seats or len(lines), named)


def _of(line: Line) -> str:
    return f"{line.for_}/{line.base} = {percent(line.for_, line.base)}" if line.base else "0 phiếu"


def _elected(rule: Rule, lines: Sequence[Line], seats: int, named: dict[str, str]) -> str:
    """Those elected by their votes, then who stands equal, then the seats that stay empty."""
    best = sorted(lines, key=lambda line: -line.for_)
    elected = [named[line.option] for line in best if line.elected]
    equal = [named[line.option] for line in best if line.tied]
    said = [f"Trúng cử {len(elected)}/{seats}: {', '.join(elected)}." if elected else "Không ai trúng cử."]
    if equal:
        after = (
            ": cần bầu vòng hai giữa những người này." if rule.ties == "repeat" else ": không ai trong số này trúng cử."
        )
        said.append(f"Ngang phiếu: {', '.join(equal)}{after}")
    return " ".join(said)
