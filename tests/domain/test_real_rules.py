"""Forty votes computed by hand under rules that assemblies really use, each with the rule's source.

Vietnamese sources: TCCQĐP = Luật Tổ chức chính quyền địa phương 77/2015/QH13, by its own articles: the laws of 2025
that followed it number them anew, and their text could not be checked;
HP = Hiến pháp 2013; BC = Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân 85/2015/QH13;
Điều lệ = a company's own charter. Others: RONR = Robert's Rules of Order Newly Revised (a majority and two thirds
of the votes cast, blanks and abstentions left out; a tie loses); US = Constitution of the United States;
TEU/TFEU = treaties of the European Union; UN = Charter of the United Nations; GG = Grundgesetz.
"""

from __future__ import annotations

import pytest

from icabinet.domain.votes import Choice, Count, Marks, Option, Rule, Sizes, Sums, Tally, decide

HALF_OF_ALL = Rule(base="entitled")
TWO_THIRDS_OF_ALL = Rule(base="entitled", numerator=2, denominator=3, more_than=False)
UBND = Rule(base="entitled", ties="chair")
RONR = Rule(base="valid")
RONR_TWO_THIRDS = Rule(base="valid", numerator=2, denominator=3, more_than=False)
THREE_FIFTHS = Rule(base="entitled", numerator=3, denominator=5, more_than=False)
THREE_QUARTERS = Rule(base="entitled", numerator=3, denominator=4, more_than=False)
UNANIMOUS = Rule(base="entitled", numerator=1, denominator=1, more_than=False)
SHARES_65 = Rule(base="present", numerator=65, denominator=100, more_than=False)

STANDARD = [
    # source, rule, (for, against, other, abstain, blank, invalid), present, entitled, base, in favour needed, result
    ("TCCQĐP Điều 91.3: nghị quyết HĐND, 50 đại biểu, 26 tán thành", HALF_OF_ALL, (26, 10, 0, 5, 0, 0), 41, 50, 50, 26, "passed"),
    ("TCCQĐP Điều 91.3: đúng một nửa chưa phải là quá nửa", HALF_OF_ALL, (25, 10, 0, 6, 0, 0), 41, 50, 50, 26, "rejected"),
    ("TCCQĐP Điều 91.3: tổng số lẻ, 51 đại biểu cần 26", HALF_OF_ALL, (26, 0, 0, 0, 0, 0), 34, 51, 51, 26, "passed"),
    ("TCCQĐP Điều 91.3: người vắng vẫn tính trong tổng số", HALF_OF_ALL, (34, 0, 0, 0, 0, 0), 34, 70, 70, 36, "rejected"),
    ("TCCQĐP Điều 91.3: bãi nhiệm đại biểu, 50 đại biểu cần 34", TWO_THIRDS_OF_ALL, (34, 7, 0, 0, 0, 0), 41, 50, 50, 34, "passed"),
    ("TCCQĐP Điều 91.3: bãi nhiệm đại biểu, 33 chưa đủ", TWO_THIRDS_OF_ALL, (33, 8, 0, 0, 0, 0), 41, 50, 50, 34, "rejected"),
    ("TCCQĐP Điều 91.3: bãi nhiệm, đúng 2/3 của 60 là đủ", TWO_THIRDS_OF_ALL, (40, 20, 0, 0, 0, 0), 60, 60, 60, 40, "passed"),
    ("TCCQĐP Điều 117: UBND 21 thành viên cần 11", UBND, (11, 6, 0, 0, 0, 0), 17, 21, 21, 11, "passed"),
    ("TCCQĐP Điều 117: UBND 20 thành viên, 10 chưa quá nửa, Chủ tịch không tán thành", UBND, (10, 10, 0, 0, 0, 0), 20, 20, 20, 11, "rejected"),
    ("TCCQĐP Điều 117: 9 tán thành, 9 không, 2 vắng: ngang nhau, Chủ tịch không tán thành", UBND, (9, 9, 0, 0, 0, 0), 18, 20, 20, 11, "rejected"),
    ("TCCQĐP Điều 117: 10 tán thành, 6 không: không ngang nhau và chưa quá nửa của 20", UBND, (10, 6, 0, 0, 0, 0), 16, 20, 20, 11, "rejected"),
    ("HP Điều 85: luật, 484 trên 500 đại biểu dự, cần 251", HALF_OF_ALL, (251, 200, 0, 33, 0, 0), 484, 500, 500, 251, "passed"),
    ("HP Điều 85: 250 trên 500 chưa quá nửa", HALF_OF_ALL, (250, 0, 0, 0, 0, 0), 250, 500, 500, 251, "rejected"),
    ("HP Điều 120: Hiến pháp cần ít nhất 2/3 tổng số đại biểu, 334 trên 500", TWO_THIRDS_OF_ALL, (334, 1, 0, 0, 0, 0), 486, 500, 500, 334, "passed"),
    ("HP Điều 120: 333 trên 500 chưa đủ 2/3", TWO_THIRDS_OF_ALL, (333, 1, 0, 0, 0, 0), 486, 500, 500, 334, "rejected"),
    ("HP Điều 85: bãi nhiệm đại biểu QH, 494 đại biểu cần 330", TWO_THIRDS_OF_ALL, (330, 120, 0, 10, 0, 0), 460, 494, 494, 330, "passed"),
    ("Điều lệ: từ 65 % tổng số phiếu của cổ đông dự họp", SHARES_65, (65, 35, 0, 0, 0, 0), 100, 120, 100, 65, "passed"),
    ("Điều lệ: dưới 65 % thì không thông qua", SHARES_65, (64, 36, 0, 0, 0, 0), 100, 120, 100, 65, "rejected"),
    ("RONR §44: majority of 81 cast is 41", RONR, (41, 40, 0, 4, 0, 0), 100, 100, 81, 41, "passed"),
    ("RONR §44: 40 of 81 is no majority", RONR, (40, 41, 0, 4, 0, 0), 100, 100, 81, 41, "rejected"),
    ("RONR §44: a tie is no majority", RONR, (13, 13, 0, 2, 0, 0), 28, 40, 26, 14, "rejected"),
    ("RONR §44: blanks are not votes", RONR, (3, 2, 0, 0, 5, 0), 10, 10, 5, 3, "passed"),
    ("RONR §44: one in favour, nobody against, all others abstain", RONR, (1, 0, 0, 30, 0, 0), 31, 40, 1, 1, "passed"),
    ("RONR §44: nobody votes, nothing is adopted", RONR, (0, 0, 0, 12, 0, 0), 12, 12, 0, 0, "rejected"),
    ("RONR §44: two thirds of 60 is 40", RONR_TWO_THIRDS, (40, 20, 0, 9, 0, 0), 69, 80, 60, 40, "passed"),
    ("RONR §44: two thirds of 61 is 41", RONR_TWO_THIRDS, (40, 21, 0, 0, 0, 0), 61, 80, 61, 41, "rejected"),
    ("RONR §44: a majority of those present counts abstentions against", Rule(), (30, 10, 0, 20, 0, 0), 60, 80, 60, 31, "rejected"),
    ("US Art. I §3: conviction needs two thirds of the members present, 67 of 100", Rule(numerator=2, denominator=3, more_than=False), (67, 33, 0, 0, 0, 0), 100, 100, 100, 67, "passed"),
    ("US Art. I §3: 66 of 100 present acquits", Rule(numerator=2, denominator=3, more_than=False), (66, 34, 0, 0, 0, 0), 100, 100, 100, 67, "rejected"),
    ("TFEU Art. 231: Parliament acts by a majority of the votes cast", RONR, (315, 234, 0, 55, 0, 0), 604, 751, 549, 275, "passed"),
    ("TFEU Art. 234: censure needs two thirds of the votes cast (abstentions left out)", RONR_TWO_THIRDS, (233, 116, 0, 30, 0, 0), 379, 705, 349, 233, "passed"),
    ("TFEU Art. 294(7): a majority of component members, 353 of 705", HALF_OF_ALL, (352, 10, 0, 0, 0, 0), 362, 705, 705, 353, "rejected"),
    ("UN Art. 18(2): two thirds of members present and voting", RONR_TWO_THIRDS, (104, 52, 0, 30, 0, 0), 186, 193, 156, 104, "passed"),
    ("TEU Art. 31: unanimity of 27, an abstention does not prevent it", Rule(base="valid", numerator=1, denominator=1, more_than=False), (26, 0, 0, 1, 0, 0), 27, 27, 26, 26, "passed"),
    ("GG Art. 79(2): two thirds of the members of the Bundestag, 491 of 736", TWO_THIRDS_OF_ALL, (490, 200, 0, 20, 0, 0), 710, 736, 736, 491, "rejected"),
    ("Senate cloture (Rule XXII): three fifths of all senators, 60 of 100", THREE_FIFTHS, (60, 35, 0, 0, 0, 0), 95, 100, 100, 60, "passed"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "rule", "said", "present", "entitled", "base", "needed", "result"), STANDARD)
def test_decisions_computed_by_hand(
    source: str, rule: Rule, said: tuple[int, ...], present: int, entitled: int, base: int, needed: int, result: str
) -> None:
    counted = Count(tally=Tally(*said[:4]), cast=sum(said), blank=said[4], invalid=said[5])
    outcome = decide(rule, counted, Sizes.plain(present, entitled))
    assert (outcome.base, outcome.result) == (base, result), source
    assert base == 0 or f"(cần ít nhất {needed})" in outcome.sentence or "ngang phiếu" in outcome.sentence, source


TIES = [
    # for, against, abstain, present of 20, the President's own ballot, result, end of the sentence
    (10, 10, 0, 20, "for", "passed", "10/20 đại biểu được triệu tập = 50 % = 1/2: ngang phiếu, chủ trì bỏ phiếu đồng ý: thông qua."),
    (10, 10, 0, 20, "against", "rejected", "= 50 % = 1/2: ngang phiếu, chủ trì không bỏ phiếu đồng ý: không thông qua."),
    (9, 9, 0, 18, "for", "passed", "9/20 đại biểu được triệu tập = 45 % < 1/2, 9 đồng ý và 9 không đồng ý ngang nhau: ngang phiếu, chủ trì bỏ phiếu đồng ý: thông qua."),
    (8, 8, 4, 20, "for", "passed", "8 đồng ý và 8 không đồng ý ngang nhau: ngang phiếu, chủ trì bỏ phiếu đồng ý: thông qua."),
    (8, 8, 4, 20, "abstain", "rejected", "8 đồng ý và 8 không đồng ý ngang nhau: ngang phiếu, chủ trì không bỏ phiếu đồng ý: không thông qua."),
    (10, 8, 0, 18, "for", "rejected", "10/20 đại biểu được triệu tập = 50 % ≤ 1/2 (cần ít nhất 11): không thông qua."),
    (9, 8, 1, 18, "for", "rejected", "9/20 đại biểu được triệu tập = 45 % ≤ 1/2 (cần ít nhất 11): không thông qua."),
    (0, 0, 18, 18, "abstain", "rejected", "0/20 đại biểu được triệu tập = 0 % ≤ 1/2 (cần ít nhất 11): không thông qua."),
]  # fmt: skip


@pytest.mark.parametrize(("in_favour", "against", "abstain", "present", "chair", "result", "ending"), TIES)
def test_the_presidents_ballot_decides_equal_votes(
    in_favour: int, against: int, abstain: int, present: int, chair: Choice, result: str, ending: str
) -> None:
    """TCCQĐP Điều 117: số tán thành và không tán thành ngang nhau thì theo ý kiến biểu quyết của Chủ tịch."""
    counted = Count(tally=Tally(for_=in_favour, against=against, abstain=abstain), cast=in_favour + against + abstain)
    outcome = decide(UBND, counted, Sizes.plain(present, 20), chair=Marks(chair))
    assert (outcome.result, outcome.passed) == (result, result == "passed")
    assert outcome.sentence.endswith(ending)


def test_equal_votes_below_the_half_are_voted_on_again_where_the_rule_says_so() -> None:
    rule = Rule(base="entitled", ties="repeat")
    outcome = decide(rule, Count(tally=Tally(for_=9, against=9), cast=18), Sizes.plain(18, 20))
    assert outcome.result == "tied"
    assert outcome.sentence.endswith("9 đồng ý và 9 không đồng ý ngang nhau: ngang phiếu, cần biểu quyết lại.")


ELECTIONS = [
    # source, rule, votes for A B C D, ballots cast (blank), present, elected, tied, result
    ("BC, nguyên tắc xác định người trúng cử: quá nửa số phiếu hợp lệ, bầu 2 trong 4", Rule(method="list", base="valid", most=2, seats=2), (70, 60, 51, 10), (100, 0), "ab", "", "elected"),
    ("BC, nguyên tắc xác định người trúng cử: chỉ một người quá nửa, còn thiếu một", Rule(method="list", base="valid", most=2, seats=2), (70, 50, 40, 30), (100, 0), "a", "", "elected"),
    ("RONR §46: nobody has a majority of the ballots, balloting is repeated", Rule(method="list", base="valid", seats=1, ties="repeat"), (45, 45, 10, 0), (100, 0), "", "", "rejected"),
    ("Party election: equal votes above the half for the last seat, to be voted again", Rule(method="list", base="cast", most=3, seats=2, ties="repeat"), (80, 65, 65, 20), (100, 0), "a", "bc", "tied"),
    ("Relative majority (second ballot of a bureau): most votes win without a half", Rule(method="list", base="cast", numerator=0, denominator=1, seats=1, ties="repeat"), (30, 41, 28, 0), (100, 1), "b", "", "elected"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "rule", "votes", "cast", "elected", "tied", "result"), ELECTIONS)
def test_elections_computed_by_hand(
    source: str, rule: Rule, votes: tuple[int, ...], cast: tuple[int, int], elected: str, tied: str, result: str
) -> None:
    options = [Option(name, f"Ông {name.upper()}") for name in "abcd"]
    lines = {option.id: Sums(for_=number) for option, number in zip(options, votes, strict=True)}
    counted = Count(lines=lines, cast=cast[0], blank=cast[1])
    outcome = decide(rule, counted, Sizes.plain(100, 120), options)
    assert outcome.result == result, source
    assert "".join(line.option for line in outcome.lines if line.elected) == elected, source
    assert "".join(line.option for line in outcome.lines if line.tied) == tied, source
    assert (result == "tied") == outcome.sentence.endswith(": cần bầu vòng hai giữa những người này.")


def test_there_are_forty_cases() -> None:
    assert len(STANDARD) + len(ELECTIONS) + 1 >= 40


def test_the_sentence_of_the_brief() -> None:
    """41 of 50 present, 28 for, 9 against, 4 other opinions, two thirds of those present."""
    rule = Rule(numerator=2, denominator=3, more_than=False)
    counted = Count(tally=Tally(for_=28, against=9, other=4), cast=41)
    assert decide(rule, counted, Sizes.plain(41, 50)).sentence == (
        "Có 41/50 đại biểu dự họp (đủ túc số 2/3). 28 đồng ý, 9 không đồng ý, 4 ý kiến khác. "
        "28/41 = 68,3 % ≥ 2/3 (cần ít nhất 28): thông qua."
    )
