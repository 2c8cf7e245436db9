"""One meeting with everything in it, held through a real server whose clock stands where the script puts it."""

from __future__ import annotations

from datetime import datetime
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any

from icabinet import clock
from icabinet.actions import OFFICE
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.people import OfficeRole, Role
from icabinet.store.database import Database
from tests.rooms import add_paper, do
from tests.server.conftest import NURSERY, Server, Tab, hashed, serve

PEOPLE: dict[str, tuple[str, str, str, Role]] = {
    "chair": ("Nguyễn Hoàng Minh", "Phó Chủ tịch", "UBND thành phố", "chair"),
    "d1": ("Phạm Thị Hồng Nhung", "Giám đốc", "Sở Nội vụ", "delegate"),
    "d2": ("Lê Quang Vinh", "Giám đốc", "Sở Tài chính", "delegate"),
    "d3": ("Trương Thị Mỹ Duyên", "Phó Giám đốc", "Sở Tư pháp", "delegate"),
    "d4": ("Hoàng Văn Thụ", "Chủ tịch", "UBND phường Bến Ngự", "delegate"),
    "d5": ("Đặng Thị Kiều", "Chánh Thanh tra", "Thanh tra thành phố", "delegate"),
    "d6": ("Vũ Đức Thịnh", "Giám đốc", "Công an thành phố", "delegate"),
    "d7": ("Bùi Xuân Trường", "Giám đốc", "Sở Y tế", "delegate"),
    "guest": ("Ngô Bảo Khánh", "Trưởng phòng", "Trung tâm Dữ liệu", "guest"),
}
STAND_IN = ("thay", "Lý Gia Hân", "Phó Chánh Thanh tra", "Thanh tra thành phố")
ITEMS = {
    "i1": ("Khai mạc, giới thiệu đại biểu", "", 5),
    "i2": ("Báo cáo kết quả 6 tháng thực hiện Đề án 06", "Sở Nội vụ", 30),
    "i3": ("Giới thiệu nhân sự Tổ trưởng Tổ công tác", "Sở Nội vụ", 10),
    "i4": ("Phân bổ kinh phí bổ sung năm 2026", "Sở Tài chính", 15),
    "i5": ("Chọn đơn vị cung cấp thiết bị đầu cuối", "Sở Tài chính", 15),
    "i6": ("Thông qua Quy chế phối hợp", "Sở Tư pháp", 5),
    "i7": ("Thông qua Kế hoạch kiểm tra", "Thanh tra thành phố", 5),
    "i8": ("Bầu thành viên Ban Giám sát", "Sở Nội vụ", 15),
}
CANDIDATES = [{"id": "a", "label": "Ông Hoàng Văn Thụ"}, {"id": "b", "label": "Bà Phạm Thị Hồng Nhung"}]
FORM: dict[str, Any] = {
    "agency": "Văn phòng",
    "parent_agency": "Ủy ban nhân dân thành phố Vĩnh Giang",
    "place": "Vĩnh Giang",
    "symbol": "VP",
    "authority": ["KT. Chủ tịch", "Phó Chủ tịch"],
    "signer": "Nguyễn Hoàng Minh",
    "recipients": ["Thường trực Thành ủy (để báo cáo);", "Như thành phần tham dự;", "Lưu: VT, NC."],
}
ANY: dict[str, Any] = {"quorum_numerator": 1, "quorum_denominator": 2}


class Timed(Server):
    """A server that takes the time from the test."""

    def __init__(self, data: Path, database: str) -> None:
        super().__init__(data, database)
        self.clock: Synchronized[int] = NURSERY.Value("q", moment(8, 0))

    def process_of(self, environment: dict[str, str]) -> BaseProcess:
        return NURSERY.Process(target=serve_at, args=(environment, self.said, self.clock))


def serve_at(environment: dict[str, str], said: Path | None, at: Synchronized[int]) -> None:
    clock.now = lambda: int(at.value)
    serve(environment, said)


def moment(hour: int, minute: int) -> int:
    return int(datetime(2026, 11, 23, hour, minute, tzinfo=clock.HANOI).timestamp() * 1000)


def prepare(db: Database) -> None:
    """People, agenda and a paper; nobody has come yet."""
    secretary = ("secretary", "Trần Thị Bình", "Chuyên viên", "Văn phòng")
    for user, name, title, unit in (secretary, STAND_IN, *((user, *PEOPLE[user][:3]) for user in PEOPLE)):
        role: OfficeRole = "secretary" if user == "secretary" else "member"
        do(db, SYSTEM, c.CreateUser(user=user, login=user, name=name, title=title, unit=unit, role=role), OFFICE)
        do(db, SYSTEM, c.SetPassword(user=user, hash=hashed()), OFFICE)
    founded = c.FoundMeeting(
        title="Phiên họp sơ kết 6 tháng thực hiện Đề án 06",
        place="Phòng họp số 1, trụ sở UBND thành phố",
        starts_at=moment(8, 0),
        agency=FORM["agency"],
        parent_agency=FORM["parent_agency"],
    )
    do(db, "secretary", founded)
    for user, (_, _, _, part) in PEOPLE.items():
        do(db, "secretary", c.AddMember(user=user, role=part, votes=part == "delegate"))
    for item, (title, presenter, minutes) in ITEMS.items():
        do(db, "secretary", c.AddItem(item=item, title=title, presenter=presenter, minutes=minutes))
    add_paper(db, "p1", "i2")


class Script:
    """Who does what, a minute apart."""

    def __init__(self, server: Timed) -> None:
        self.server = server
        self.tabs: dict[str, Tab] = {}

    def tab(self, user: str) -> Tab:
        return self.tabs.setdefault(user, self.server.tab(user) if user not in self.tabs else self.tabs[user])

    def does(self, who: str, type_: str, /, **fields: Any) -> None:
        with self.server.clock.get_lock():
            self.server.clock.value += 60_000
        self.tab(who).do(type_, **fields)

    def votes(self, vote: str, ballots: dict[str, dict[str, Any]], *, seal: bool = False) -> None:
        for user, ballot in ballots.items():
            receipt = {"receipt": f"bien-nhan-{vote}-{user}"} if seal else {}
            self.does(user, "ballot.seal" if seal else "ballot.cast", vote=vote, **ballot, **receipt)
        self.does("chair", "vote.close", vote=vote)
        self.does("chair", "vote.publish", vote=vote)

    def opens(self, vote: str, item: str, question: str, rule: dict[str, Any] | None = None, **more: Any) -> None:
        rule = {**ANY, **(rule or {})}
        self.does("chair", "vote.prepare", vote=vote, item=item, question=question, rule=rule, **more)
        self.does("chair", "vote.open", vote=vote)


def hold(script: Script) -> None:
    _come(script)
    _report(script)
    _secret_and_paper(script)
    _recusal_and_repetition(script)
    _consent_and_election(script)
    script.does("chair", "meeting.end")
    _write(script)


def _come(s: Script) -> None:
    s.does("secretary", "room.rules", substitutes="accepted")
    s.does("d5", "invitation.answer", answer="substitute", reason="Dự phiên toà", substitute="thay", authority=True)
    s.does("chair", "substitute.decide", user="d5", accept=True)
    for user in ("d1", "d2", "d3", "d4", "thay", "guest"):
        s.does(user, "attendance.check-in")
    s.does("chair", "meeting.start")
    s.does("secretary", "attendance.mark", user="d7", state="excused", reason="Đi công tác")
    s.does("chair", "agenda.go", item="i1")


def _report(s: Script) -> None:
    s.does("chair", "agenda.go", item="i2")
    s.does("d1", "speech.request", speech="s1", subject="Tiến độ cấp căn cước")
    s.does("chair", "speech.call", speech="s1", seconds=300)
    s.does("chair", "speech.end", speech="s1")
    s.does("d2", "speech.reply", speech="s2", to_speech="s1", subject="Nguồn kinh phí")
    s.does("chair", "speech.call", speech="s2")
    s.does("chair", "speech.end", speech="s2")
    s.does("chair", "speakers.set", queue="questions", state="open")
    s.does("d3", "speech.question", speech="q1", to="guest", question="Bao giờ kết nối xong dữ liệu hộ tịch?")
    s.does("chair", "speech.call", speech="q1")
    s.does("chair", "speech.answer", speech="a1", question="q1")
    s.does("chair", "speech.end", speech="a1")
    s.does("d4", "comment.add", comment="c1", paper="p1", text="Đề nghị bổ sung số liệu cấp phường.", recorded=True)
    s.does("d3", "comment.add", comment="c2", paper="p1", text="Chỉ để trao đổi.")
    s.opens("v1", "i2", "Thông qua Báo cáo kết quả 6 tháng", {"numerator": 2, "denominator": 3, "more_than": False})
    choices: dict[str, dict[str, Any]] = {user: {"choice": "for"} for user in ("d1", "d2", "d3", "thay")}
    s.votes("v1", choices | {"d4": {"choice": "other", "opinion": "Đồng ý nếu bổ sung số liệu cấp phường."}})
    s.does("chair", "item.conclude", item="i2", text="Giao Sở Nội vụ hoàn thiện Báo cáo trước ngày 05/12/2026.")


def _secret_and_paper(s: Script) -> None:
    s.does("chair", "agenda.go", item="i3")
    s.does("d6", "attendance.check-in")
    s.opens("v2", "i3", "Giới thiệu ông Lê Quang Vinh làm Tổ trưởng", {"secrecy": "secret"})
    secret: dict[str, dict[str, Any]] = {user: {"choice": "for"} for user in ("d1", "d3", "d4", "d6")}
    s.votes("v2", secret | {"d2": {"choice": "abstain"}, "thay": {"choice": "against"}}, seal=True)
    s.does("chair", "agenda.go", item="i4")
    s.opens("v3", "i4", "Thông qua phương án phân bổ kinh phí")
    tally = {"for": 5, "against": 1}
    s.does("secretary", "tally.enter", vote="v3", entry="t1", kind="paper", ballots=6, tally=tally)
    s.does("chair", "tally.confirm", entry="t1")
    s.votes("v3", {})
    s.does("chair", "item.conclude", item="i4", text="Thống nhất phương án; Sở Tài chính trình HĐND thành phố.")


def _recusal_and_repetition(s: Script) -> None:
    s.does("chair", "agenda.go", item="i5")
    s.does("d2", "interest.declare", item="i5", reason="Có vốn góp tại một nhà thầu")
    s.opens("v4", "i5", "Chọn nhà thầu theo tờ trình")
    s.does("d1", "ballot.cast", vote="v4", choice="for")
    s.does("chair", "vote.void", vote="v4", reason="Câu hỏi chưa nêu tên nhà thầu")
    s.opens("v5", "i5", "Chọn Công ty Thiết bị số Vĩnh Giang")
    s.votes("v5", {"d1": {"choice": "for"}, "d3": {"choice": "against"}})
    s.does("chair", "vote.repeat", vote="v5", again="v6", reason="Nhiều đại biểu chưa kịp biểu quyết")
    s.does("chair", "vote.open", vote="v6")
    s.votes("v6", {user: {"choice": "for"} for user in ("d1", "d3", "d4", "d6", "thay")})


def _consent_and_election(s: Script) -> None:
    s.does("chair", "agenda.go", item="i6")
    block = {
        "vote": "v7",
        "item": "i6",
        "question": "Thông qua các nội dung không thảo luận",
        "items": ["i6", "i7", "i8"],
    }
    s.does("chair", "vote.prepare", rule=ANY, **block)
    s.does("d1", "block.pull", vote="v7", item="i8")
    s.does("chair", "vote.open", vote="v7")
    s.votes("v7", {user: {"choice": "for"} for user in ("d1", "d2", "d3", "d4", "d6", "thay")})
    s.does("chair", "agenda.go", item="i8")
    election = {"method": "list", "seats": 1, "numerator": 1, "denominator": 2, "more_than": True}
    s.opens("v8", "i8", "Bầu Trưởng Ban Giám sát", election, options=CANDIDATES)
    picks = {"d1": ["a"], "d2": ["a"], "d3": ["a"], "d6": ["b"], "thay": ["a"], "d4": []}
    s.votes("v8", {user: {"picks": chosen} for user, chosen in picks.items()})
    s.does("chair", "item.conclude", item="i8", text="Ban Giám sát họp phiên đầu trước ngày 01/12/2026.")
    s.opens("v9", "i8", "Thông qua nội quy Ban Giám sát")
    s.does("chair", "vote.void", vote="v9", reason="Chưa gửi dự thảo nội quy")


def _write(s: Script) -> None:
    s.does("secretary", "official.form", **FORM)
    for document, number in (("conclusions", "7"), ("invitation", "12"), ("resolution:v1", "3")):
        s.does("secretary", "official.number", document=document, number=number, dated="2026-11-23")
    s.does("secretary", "minutes.edit", block="speech:s2", text="Đồng chí Lê Quang Vinh tranh luận về nguồn kinh phí.")
    own = "Đại biểu thống nhất cách ghi số liệu."
    s.does("secretary", "minutes.add", paragraph="o1", after="item:i2:conclusion", text=own)
    for user in ("chair", "secretary"):
        digest = s.tab(user).http.get("/api/streams/m1/minutes").json()["digest"]
        s.does(user, "minutes.confirm", digest=digest)
    wrong = {"correction": "k1", "block": "own:o1", "text": "Đại biểu thống nhất cách ghi số liệu cấp phường."}
    s.does("secretary", "minutes.correct", **wrong, reason="Thiếu chữ")
    s.does("chair", "minutes.accept", correction="k1")
