"""The papers that come out of a circulation: the summary of all opinions, and each member's form as it was filled."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.layout import Signer
from ..documents.layout_tables import Column
from ..documents.official import Official, Part
from ..domain.circulations import CHOICE_WORDS, OpinionChoice, describe
from ..domain.errors import Refused
from ..domain.official import SUMMARY
from ..domain.wording import legal_date, legal_time, percent
from ..store.tables import Circulation, Meeting, Member, OfficialForm, WrittenAnswer
from .document_form import Form, numbers_of

DOTS = "…" * 20
NUMBER = Column("TT", 9, "centre")


def summary(session: Session, stream: str) -> Official:
    """For the desk, once the answers are counted; Refused("circulation.not-counted") before."""
    desk = _Desk(session, stream)
    row = desk.row
    if row.outcome is None:
        raise Refused("circulation.not-counted")
    silent = [member for member in desk.asked if member.user_id not in desk.answers]
    parts = [
        _say(f"Thực hiện việc lấy ý kiến bằng văn bản về: {row.question}."),
        _say(f"Phiếu được gửi đến {len(row.asked)} người lúc {_at(row.sent_at)}; hạn trả lời {_at(row.deadline)}."),
        *[_say(f"Đã gia hạn từ {_at(e.before)} đến {_at(e.until)}. Lý do: {e.reason}") for e in row.extensions],
        _heading("1. Kết quả"),
        _say(describe(row.rule, row.late, row.names)),
        _say(row.outcome.sentence),
        _numbers(desk, len(silent)),
        _heading("2. Ý kiến cụ thể"),
        desk.opinions() if desk.answers else _say("Không có ý kiến nào."),
        _heading("3. Người không trả lời"),
        _people(silent) if silent else _say("Không có."),
    ]
    signer = desk.form.signer("", "NGƯỜI TỔNG HỢP")
    title = f"Tổng hợp ý kiến bằng văn bản về {row.question}"
    return desk.make("Báo cáo", title, parts, signer, number=True)


def form(session: Session, stream: str, user: str) -> Official:
    """The form with what the person answered; Refused("not-found") for whoever has not."""
    desk = _Desk(session, stream)
    member = next((one for one in desk.asked if one.user_id == user), None)
    answer = desk.answers.get(user)
    if member is None or answer is None:
        raise Refused("not-found")
    confirmed = (
        f"Người trả lời đã xác nhận bằng mật khẩu lúc {_at(answer.confirmed_at)}."
        if answer.confirmed_at
        else "Trả lời trong phần mềm, chưa xác nhận bằng mật khẩu."
    )
    parts = [
        _say(f"Họ và tên: {member.name}"),
        _say(f"Chức vụ, đơn vị: {_post(member) or DOTS}"),
        *([_say(desk.row.explanation)] if desk.row.explanation else []),
        _boxes(desk.row.question, answer.choice),
        *([_say(f"Nội dung ý kiến: {answer.text}")] if answer.text else []),
        *([_say(f"Tệp kèm theo: {answer.file_name}")] if answer.file_name else []),
        _say(f"Trả lời lúc {_at(answer.at)}{' (sau hạn)' if answer.late else ''}. {confirmed}"),
    ]
    signer = Signer(("NGƯỜI CHO Ý KIẾN",), member.name, "(Ký, ghi rõ họ tên)")
    return desk.make("Phiếu lấy ý kiến", desk.row.question, parts, signer)


class _Desk:
    """What the documents are made from."""

    def __init__(self, session: Session, stream: str) -> None:
        self.row = session.get_one(Circulation, stream)
        self.form = msgspec.structs.replace(_form_of(session, self.row), numbers=numbers_of(session, stream))
        members = session.scalars(select(Member).where(Member.stream == stream, Member.role == "delegate"))
        self.asked = sorted(members, key=lambda member: (member.order, member.id))
        found = session.scalars(select(WrittenAnswer).where(WrittenAnswer.stream == stream))
        self.answers = {answer.user_id: answer for answer in found}

    def opinions(self) -> Part:
        return self._by_name() if self.row.names else self._without_names()

    def _without_names(self) -> Part:
        """Where only numbers are published: in an order that tells nobody's."""
        told = sorted((_LINE_ORDER.index(a.choice), a.text) for a in self.answers.values())
        columns = (NUMBER, Column("Ý kiến", 31, "centre"), Column("Nội dung", 120))
        lines = enumerate(told, 1)
        rows = tuple((str(n), CHOICE_WORDS[_LINE_ORDER[place]], text) for n, (place, text) in lines)
        return Part("table", columns=columns, rows=rows)

    def _by_name(self) -> Part:
        columns = (
            NUMBER, Column("Họ và tên", 36), Column("Chức vụ, đơn vị", 40), Column("Ý kiến", 22, "centre"),
            Column("Nội dung", 53),
        )  # fmt: skip
        answered = [member for member in self.asked if member.user_id in self.answers]
        rows = tuple(self._opinion(number, member) for number, member in enumerate(answered, 1))
        return Part("table", columns=columns, rows=rows)

    def _opinion(self, number: int, member: Member) -> tuple[str, ...]:
        answer = self.answers[member.user_id]
        file = f"Tệp kèm theo: {answer.file_name}" if answer.file_name else ""
        late = "Trả lời sau hạn" if answer.late else ""
        said = "\n".join(part for part in (" ".join(answer.text.split("\n")), file, late) if part)
        return str(number), member.name, _post(member), CHOICE_WORDS[answer.choice], said

    def make(
        self, kind_word: str, title: str, parts: Sequence[Part], right: Signer, *, number: bool = False
    ) -> Official:
        year = local(self.row.closed_at or self.row.sent_at or self.row.founded_at).year
        given, document = self.form.number(SUMMARY), SUMMARY if number else ""
        written = f"Số: {given.zfill(2)}" if given else "Số:        "
        return Official(
            parent_agency=self.row.parent_agency,
            agency=self.row.agency,
            number_line=f"{written}/BC-{self.form.suffix}" if number else "",
            place_and_date=self.form.place_and_date(document, year),
            kind_word=kind_word,
            title=title,
            parts=tuple(parts),
            left=None,
            right=right,
            recipients=("Lưu: VT, Hồ sơ.",),
        )


_LINE_ORDER: tuple[OpinionChoice, ...] = ("for", "against", "other")


def _form_of(session: Session, row: Circulation) -> Form:
    """As the newest meeting of the same agency is signed."""
    newest = session.scalars(
        select(OfficialForm)
        .join(Meeting, Meeting.id == OfficialForm.id)
        .where(Meeting.agency == row.agency, Meeting.parent_agency == row.parent_agency)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
        .limit(1)
    ).one_or_none()
    return Form(newest.place, newest.symbol, tuple(newest.authority), newest.signer) if newest else Form()


def _numbers(desk: _Desk, silent: int) -> Part:
    counted = [(CHOICE_WORDS[choice], sum(a.choice == choice for a in desk.answers.values())) for choice in _LINE_ORDER]
    columns = (Column("Ý kiến", 80), Column("Số người", 40, "centre"), Column("Tỷ lệ", 40, "centre"))
    lines = [*counted, ("Không trả lời", silent)]
    rows = tuple((word, str(number), percent(number, len(desk.row.asked))) for word, number in lines)
    return Part("table", columns=columns, rows=rows)


def _people(members: Sequence[Member]) -> Part:
    columns = (NUMBER, Column("Họ và tên", 61), Column("Chức vụ, đơn vị", 90))
    rows = tuple((str(n), m.name, _post(m)) for n, m in enumerate(members, 1))
    return Part("table", columns=columns, rows=rows)


def _boxes(question: str, choice: OpinionChoice) -> Part:
    answers = tuple(Column(CHOICE_WORDS[one], 28, "centre") for one in _LINE_ORDER)
    marks = tuple("X" if one == choice else "" for one in _LINE_ORDER)
    columns = (NUMBER, Column("Nội dung lấy ý kiến", 67), *answers)
    return Part("table", columns=columns, rows=(("1", question, *marks),))


def _say(text: str) -> Part:
    return Part("paragraph", text)


def _heading(text: str) -> Part:
    return Part("heading", text)


def _at(at: int | None) -> str:
    moment = local(at or 0)
    return f"{legal_time(moment)}, {legal_date(moment)}"


def _post(member: Member) -> str:
    return ", ".join(part for part in (member.title, member.unit) if part)
