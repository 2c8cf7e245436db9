"""The documents of a meeting beside its minutes, each made from what its log says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.layout import CHAIR, Signer
from ..documents.official import Official, Part
from ..domain.errors import Refused
from ..domain.official import Key
from ..domain.people import counts
from ..domain.votes import describe
from ..domain.wording import WEEKDAYS, legal_date, legal_time
from ..store.tables import Item, Meeting, Member, MinutesSeal, TallyEntry, Task, Vote
from . import document_tables as tables
from .document_form import form_of
from .minutes_frozen import thaw
from .minutes_tasks import Given, given_tasks
from .minutes_votes import decided
from .minutes_words import is_guest, moment

DOTS = "…" * 20
LINE = "…" * 29
"""As wide as the text of a page."""


def official(session: Session, meeting_id: str, key: Key) -> tuple[str, Official]:
    """The meeting's title and the document.

    Refused("official.not-yet") while the meeting has not come so far, "official.not-found" without such a vote.
    """
    desk = _Desk(session, session.get_one(Meeting, meeting_id), key)
    return desk.meeting.title, _MAKERS[key.kind](desk)


class _Desk:
    """What the documents are made from."""

    def __init__(self, session: Session, meeting: Meeting, key: Key) -> None:
        self.session, self.meeting, self.key = session, meeting, key
        self.form = form_of(session, meeting.id)
        self.items = list(session.scalars(select(Item).where(Item.stream == meeting.id).order_by(Item.position)))
        found = session.scalars(select(Member).where(Member.stream == meeting.id).order_by(Member.order, Member.id))
        self.members = [member for member in found if member.role != "screen" and not member.gone]
        votes = session.scalars(select(Vote).where(Vote.stream == meeting.id).order_by(Vote.opened_at, Vote.id))
        self.votes = list(votes)
        entries = select(TallyEntry).where(TallyEntry.vote_id == key.vote).order_by(TallyEntry.entered_at)
        self.by_hand = [entry for entry in session.scalars(entries) if entry.confirmed_by]

    def vote(self) -> Vote:
        for vote in self.votes:
            if vote.id == self.key.vote:
                return vote
        raise Refused("official.not-found")

    def counted(self) -> Vote:
        vote = self.vote()
        if vote.outcome is None or vote.state == "void":
            raise Refused("official.not-yet")
        return vote

    def first(self, role: str) -> Member | None:
        return next((member for member in self.members if member.role == role), None)

    def name(self, role: str) -> str:
        member = self.first(role)
        return member.name if member else ""

    def person(self, role: str) -> str:
        """ "Nguyễn Hoàng Minh, Phó Chủ tịch"; dots where there is nobody."""
        member = self.first(role)
        return ", ".join(part for part in (member.name, member.title, member.unit) if part) if member else DOTS

    def of(self, user: str) -> str:
        return next((member.name for member in self.members if member.user_id == user), "người không còn dự họp")

    def item_title(self, vote: Vote) -> str:
        return next((item.title for item in self.items if item.id == vote.item_id), "")

    def began(self) -> int:
        return self.meeting.started_at or self.meeting.starts_at

    def make(
        self,
        kind_word: str,
        title: str,
        parts: Sequence[Part],
        *,
        left: Signer | None = None,
        right: Signer | None,
        after: Sequence[Part] = (),
        dated: bool = True,
        draft: bool = False,
        sent: bool = True,
    ) -> Official:
        document = str(self.key)
        return Official(
            parent_agency=self.meeting.parent_agency,
            agency=self.meeting.agency,
            number_line=self.form.number_line(document, self.key.kind),
            place_and_date=self.form.place_and_date(document, local(self.began()).year) if dated else "",
            kind_word=kind_word,
            title=title,
            parts=tuple(parts),
            left=left,
            right=right,
            recipients=self.form.recipients if sent else (),
            after=tuple(after),
            draft=draft,
        )

    def authority(self) -> Signer:
        return self.form.signer(self.name("chair"), "CHỦ TRÌ")


def _say(text: str) -> Part:
    return Part("paragraph", text)


def _given(desk: _Desk) -> list[Given]:
    """Once the minutes are locked, in their words: what was changed or cancelled later was concluded all the same."""
    seal = desk.session.get(MinutesSeal, desk.meeting.id)
    if seal is None or seal.locked_at is None:
        return given_tasks(desk.session, desk.meeting.id)
    said = {block.id: block.text for block in thaw(seal.frozen).blocks}
    tasks = desk.session.execute(select(Task.id, Task.item_id).where(Task.meeting == desk.meeting.id))
    items = {f"task:{task}": (task, item) for task, item in tasks}
    return [Given(*items[block], text, ()) for block, text in said.items() if block in items]


def _conclusions(desk: _Desk) -> Official:
    given = _given(desk)
    told = {task.item for task in given}
    concluded = [item for item in desk.items if item.conclusion or item.id in told]
    if not concluded and not given:
        raise Refused("official.not-yet")
    meeting = desk.meeting
    when = f"{legal_date(local(desk.began())).capitalize()}, tại {meeting.place}, {desk.person('chair')} chủ trì"
    heard = "Sau khi nghe các báo cáo và ý kiến của các đại biểu, chủ trì kết luận như sau:"
    parts = [_say(f"{when}: {meeting.title}. {tables.came(desk.members)}"), _say(heard)]
    for number, item in enumerate(concluded, 1):
        parts += [Part("heading", f"{number}. {item.title}"), *([_say(item.conclusion)] if item.conclusion else [])]
        parts += [_say(f"- {task.text}") for task in given if task.item == item.id]
    known = {item.id for item in desk.items}
    if beside := [task for task in given if task.item not in known]:
        parts.append(Part("heading", f"{len(concluded) + 1}. Nhiệm vụ khác"))
        parts += [_say(f"- {task.text}") for task in beside]
    decisions = [vote for vote in desk.votes if vote.outcome and vote.state == "published"]
    if decisions:
        parts.append(Part("heading", f"{len(concluded) + (2 if beside else 1)}. Kết quả biểu quyết"))
        parts += [_say(f"- {vote.question}: {decided(vote).sentence}") for vote in decisions]
    parts.append(_say(f"{meeting.agency} thông báo để các cơ quan, đơn vị biết, thực hiện./."))
    title = f"Kết luận của chủ trì tại {_lower(meeting.title)}"
    return desk.make("Thông báo", title, parts, right=desk.authority(), draft=meeting.state != "ended")


def _resolution(desk: _Desk) -> Official:
    vote = desk.counted()
    outcome = decided(vote)
    if outcome.result not in ("passed", "elected") or vote.state != "published":
        raise Refused("official.not-yet")
    meeting = desk.meeting
    held = f"{_lower(meeting.title)} {legal_date(local(desk.began()))}"
    count = f"biên bản kiểm phiếu lúc {moment(vote.closed_at)}: {outcome.sentence}".rstrip(".")
    bases = [f"Căn cứ biên bản {held};", f"Căn cứ {count}."]
    winners = ", ".join(line.label for line in vote.options if line.id in tables.elected(outcome))
    decision = f"{vote.question.rstrip('.')}." + (f" Người trúng cử: {winners}." if winners else "")
    articles = [decision]
    item = next((item for item in desk.items if item.id == vote.item_id), None)
    if item and item.conclusion:
        articles.append(f"Tổ chức thực hiện: {item.conclusion}")
    told = legal_date(local(desk.began()))
    articles.append(f"Nghị quyết này được thông qua tại {_lower(meeting.title)} {told} và có hiệu lực từ ngày ký./.")
    parts = [Part("centred", meeting.agency.upper()), *(Part("basis", basis) for basis in bases)]
    parts.append(Part("centred", "QUYẾT NGHỊ:"))
    parts += [Part("article", text, title=f"Điều {number}.") for number, text in enumerate(articles, 1)]
    return desk.make("Nghị quyết", f"Về việc {_lower(vote.question)}", parts, right=desk.authority())


def _count(desk: _Desk) -> Official:
    vote = desk.counted()
    outcome = decided(vote)
    about = desk.item_title(vote)
    parts = [
        _say(f"Thời gian bắt đầu: {moment(vote.opened_at)}."),
        _say(f"Địa điểm: {desk.meeting.place}."),
        _say(f"Cuộc họp: {desk.meeting.title}." + (f" Nội dung: {about}." if about else "")),
        _say(f"Chủ trì: {desk.person('chair')}."),
        _say(f"Thư ký (người ghi biên bản): {desk.person('secretary')}."),
        _say(f"Nội dung biểu quyết: {vote.question}"),
        _say(f"Quy tắc biểu quyết: {describe(vote.rule, vote.options, vote.voters)}"),
        _say(tables.turnout(vote)),
        tables.figures(vote),
    ]
    parts += [_say(_by_hand(desk, entry)) for entry in desk.by_hand]
    parts += [_say(f"Kết quả: {outcome.sentence}"), _say(f"Việc kiểm phiếu kết thúc vào {moment(vote.closed_at)}./.")]
    left = Signer(("THƯ KÝ",), desk.name("secretary"), "(Chữ ký)")
    right = Signer((CHAIR,), desk.name("chair"), "(Chữ ký)")
    title = f"Kiểm phiếu biểu quyết: {_lower(vote.question)}"
    return desk.make("Biên bản", title, parts, left=left, right=right, dated=False)


def _by_hand(desk: _Desk, entry: TallyEntry) -> str:
    kind = "giơ tay" if entry.sheet.kind == "hands" else "phiếu giấy"
    confirmed = desk.of(entry.confirmed_by or "")
    return f"Kiểm {kind}: {entry.sheet.ballots} phiếu, do {desk.of(entry.entered_by)} nhập, {confirmed} xác nhận."


def _attendance(desk: _Desk) -> Official:
    listed = [member for member in desk.members if counts(member.role, member.votes)]
    guests = [member for member in desk.members if is_guest(member)]
    parts = [_say(f"Thời gian: {moment(desk.began())}."), _say(f"Địa điểm: {desk.meeting.place}.")]
    parts += [_say(tables.came(desk.members)), tables.people(listed)]
    parts += [_say("Khách mời:"), tables.people(guests)] if guests else []
    right = Signer(("NGƯỜI LẬP DANH SÁCH",), desk.name("secretary"))
    return desk.make("Danh sách điểm danh", desk.meeting.title, parts, right=right)


def _invitation(desk: _Desk) -> Official:
    meeting = desk.meeting
    at = local(meeting.starts_at)
    invited = "các đại biểu có tên trong danh sách kèm theo"
    parts = [_say(f"{meeting.agency} trân trọng kính mời: {invited}.")]
    parts += [_say(f"Tới dự: {meeting.title}."), _say(f"Chủ trì: {desk.person('chair')}.")]
    parts.append(_say(f"Thời gian: {legal_time(at)}, {WEEKDAYS[at.weekday()].lower()}, {legal_date(at)}."))
    parts.append(_say(f"Địa điểm: {meeting.place}."))
    if desk.items:
        parts.append(_say("Chương trình:"))
        parts += [_say(tables.agenda_line(number, item)) for number, item in enumerate(desk.items, 1)]
    parts.append(_say("Tài liệu được gửi trên phòng họp không giấy i-Cabinet. Kính mong đại biểu đến dự đúng giờ./."))
    listed = [member for member in desk.members if member.role != "secretary"]
    note = f"(Kèm theo Giấy mời dự {_lower(meeting.title)})"
    after = [Part("appendix", "Phụ lục", title="Danh sách đại biểu được mời", note=note), tables.invited(listed)]
    right = desk.authority()
    return desk.make("Giấy mời", f"Dự {_lower(meeting.title)}", parts, right=right, after=after)


def _opinion(desk: _Desk) -> Official:
    vote = desk.vote()
    secret = vote.rule.secrecy == "secret"
    who = [] if secret else [_say(f"Họ và tên: {DOTS}"), _say(f"Chức vụ, đơn vị: {DOTS}")]
    how = "Phiếu kín: không ghi tên, không ký." if secret else "Xin đánh dấu X vào một ô ở mỗi dòng."
    invalid = "Phiếu đánh dấu nhiều hơn một ô hoặc không đánh dấu ở một dòng là không hợp lệ."
    if vote.rule.method == "list":
        how, invalid = f"Chọn nhiều nhất {vote.rule.most} người.", "Phiếu chọn quá số đó là không hợp lệ."
    parts = [*who, _say(f"Nội dung lấy ý kiến: {vote.question}"), _say(f"{how} {invalid}"), tables.boxes(vote)]
    if vote.rule.method == "standard":
        parts += [_say("Ý kiến khác (nếu có):"), *[_say(LINE)] * 3]
    right = None if secret else Signer(("NGƯỜI CHO Ý KIẾN",), "", "(Ký, ghi rõ họ tên)")
    return desk.make("Phiếu lấy ý kiến", desk.meeting.title, parts, right=right, dated=False, sent=False)


def _lower(title: str) -> str:
    """The first letter small, for the middle of a sentence; a word all in capitals stays."""
    first, *rest = title.split(" ", 1)
    return title if first.isupper() and len(first) > 1 else " ".join([first[:1].lower() + first[1:], *rest])


_MAKERS: dict[str, Callable[[_Desk], Official]] = {
    "conclusions": _conclusions,
    "resolution": _resolution,
    "count": _count,
    "attendance": _attendance,
    "invitation": _invitation,
    "opinion": _opinion,
}
