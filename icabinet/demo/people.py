"""The meeting of the demonstration: a fictional city, its people, its agenda."""

from typing import Literal

import msgspec

CITY = "thành phố Vĩnh Giang"

DemoRole = Literal["chair", "secretary", "delegate", "guest", "administrator", "screen"]


class Person(msgspec.Struct, frozen=True):
    """Somebody who signs in; `title` and `unit` are printed in the minutes as they stand."""

    login: str
    name: str
    title: str
    unit: str
    role: DemoRole


class AgendaFact(msgspec.Struct, frozen=True):
    """One item of the agenda: its title, who presents it, and the minutes it is given."""

    title: str
    presenter: str
    minutes: int


class MeetingFacts(msgspec.Struct, frozen=True):
    """What a secretary types in when preparing the meeting; `starts_at` is local time of Vietnam."""

    title: str
    minutes_title: str
    place: str
    starts_at: str
    parent_agency: str
    agency: str
    place_of_issue: str
    minutes_symbol: str
    agenda: tuple[AgendaFact, ...]
    minutes_recipients: tuple[str, ...]


MEETING = MeetingFacts(
    title="Sơ kết 6 tháng thực hiện Đề án 06",
    minutes_title=f"Cuộc họp sơ kết 6 tháng thực hiện Đề án 06 trên địa bàn {CITY}",
    place="Phòng họp số 2, trụ sở Ủy ban nhân dân thành phố, số 01 đường Bến Sông, phường Bến Sông",
    starts_at="2026-11-23T08:00:00+07:00",
    parent_agency=f"Ủy ban nhân dân {CITY}",
    agency="Văn phòng",
    place_of_issue="Vĩnh Giang",
    minutes_symbol="BB-VP",
    agenda=(
        AgendaFact("Khai mạc, thông qua chương trình cuộc họp", "Văn phòng Ủy ban nhân dân thành phố", 15),
        AgendaFact("Báo cáo kết quả 6 tháng thực hiện Đề án 06", "Sở Khoa học và Công nghệ", 50),
        AgendaFact("Báo cáo của Công an thành phố về kiểm tra, đối soát số liệu", "Công an thành phố", 40),
        AgendaFact("Kế hoạch sáu tháng tiếp theo và Tờ trình kèm theo", "Sở Khoa học và Công nghệ", 50),
        AgendaFact("Thông qua dự thảo Nghị quyết", "Sở Tư pháp", 35),
    ),
    minutes_recipients=(
        "Chủ tịch, các Phó Chủ tịch UBND thành phố;",
        "Các cơ quan, đơn vị dự họp;",
        "Lưu: VT, Hồ sơ.",
    ),
)

PEOPLE = (
    Person("chutri", "Đinh Xuân Trường", "Chủ tịch", "Ủy ban nhân dân thành phố", "chair"),
    Person("thuky", "Lương Bảo Trâm", "Chuyên viên", "Văn phòng Ủy ban nhân dân thành phố", "secretary"),
    Person("daibieu1", "Hoàng Thị Minh Nguyệt", "Phó Chủ tịch", "Ủy ban nhân dân thành phố", "delegate"),
    Person("daibieu2", "Phan Trọng Khôi", "Giám đốc", "Sở Khoa học và Công nghệ", "delegate"),
    Person("daibieu3", "Bùi Đức Thành", "Phó Giám đốc", "Công an thành phố", "delegate"),
    Person("daibieu4", "Vũ Thị Lan Phương", "Giám đốc", "Sở Tư pháp", "delegate"),
    Person("daibieu5", "Ngô Quang Huy", "Giám đốc", "Sở Tài chính", "delegate"),
    Person("daibieu6", "Tạ Thị Hồng Nhung", "Giám đốc", "Sở Nội vụ", "delegate"),
    Person("daibieu7", "Trịnh Gia Bách", "Phó Giám đốc", "Sở Y tế", "delegate"),
    Person("daibieu8", "Lý Thanh Tùng", "Phó Giám đốc", "Sở Giáo dục và Đào tạo", "delegate"),
    Person("daibieu9", "Dương Kim Oanh", "Giám đốc", "Trung tâm Phục vụ hành chính công thành phố", "delegate"),
    Person("daibieu10", "Hồ Sỹ Nguyên", "Phó Giám đốc", "Bảo hiểm xã hội thành phố", "delegate"),
    Person("daibieu11", "Đặng Thị Thúy Vân", "Chủ tịch", "Ủy ban nhân dân phường Bến Sông", "delegate"),
    Person("daibieu12", "Mai Văn Đồng", "Chủ tịch", "Ủy ban nhân dân xã Tân Lộc", "delegate"),
    Person("khach1", "Chu Hải Đăng", "Giám đốc", "Viễn thông Vĩnh Giang", "guest"),
    Person("khach2", "Nguyễn Thị Thanh Tâm", "Phó Chủ tịch", "Hội Người cao tuổi thành phố", "guest"),
    Person("quantri", "Cao Tiến Đạt", "Chuyên viên", "Trung tâm Chuyển đổi số thành phố", "administrator"),
    Person("manhinh", "Màn hình lớn", "Màn hình", "Phòng họp số 2", "screen"),
)
