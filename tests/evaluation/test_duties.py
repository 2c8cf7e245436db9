"""The sentences told by hand, and the measure of what is found among them."""

from __future__ import annotations

from icabinet.assistant.index import Source
from icabinet.evaluation.cases import Trial
from icabinet.evaluation.duties import Told, duty_figures, told


def test_enough_sentences_are_told() -> None:
    assert len(told()) >= 60 and sum(1 for one in told() if one.agency) >= 40


def test_a_wrong_find_and_a_missed_one_are_both_counted() -> None:
    page = "Giao Sở Y tế rà soát hồ sơ trước ngày 30/9/2026.\n\nSở Nội vụ trình đề án.\n\nHọ tự rà soát kho.\n"
    trial = Trial("x", [], [Source("a", "", "", [page])])
    sentences = [
        Told("a", "Giao Sở Y tế", "Sở Y tế", "2026-09-30"),
        Told("a", "Sở Nội vụ trình", "", ""),
        Told("a", "Họ tự rà soát", "Họ", ""),
    ]
    values = duty_figures(trial, sentences).values
    assert (values["duty_precision"], values["duty_recall"], values["duty_deadline"]) == (0.5, 0.5, 1.0)
