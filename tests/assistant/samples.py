"""Three small papers of an invented town, as their pages read."""

from icabinet.assistant.bm25 import Words
from icabinet.assistant.index import Encodes, Paper, Source, embed, read

DIRECTIVE = Source(
    key="chi-thi",
    title="Chỉ thị số 15/CT-UBND về chỉnh trang vỉa hè",
    date="2026-03-02",
    pages=[
        "ỦY BAN NHÂN DÂN\nTHỊ XÃ AN LẠC\nSố: 15/CT-UBND An Lạc, ngày 02 tháng 3 năm 2026\nCHỈ THỊ\n"
        "Về việc chỉnh trang vỉa hè trên địa bàn thị xã\n"
        "Qua kiểm tra, toàn thị xã còn 38 tuyến phố có vỉa hè hư hỏng, trong đó 12 tuyến gây mất an\n"
        "toàn cho người đi bộ. Ủy ban nhân dân thị xã yêu cầu các đơn vị thực hiện các nội dung sau:\n"
        "I. NHIỆM VỤ\n1. Phòng Quản lý đô thị\n"
        "a) Lập danh mục tuyến phố phải sửa chữa, hoàn thành trước ngày 31 tháng 3 năm 2026.\n"
        "b) Chủ trì nghiệm thu; tỷ lệ gạch vỡ sau nghiệm thu không quá 2,5%.",
        "2. Công an thị xã\na) Xử lý hành vi đỗ xe trên vỉa hè; mỗi tuần tổ chức ít nhất 03 ca tuần tra.\n"
        "Bà Trịnh Thị Hòa, Trưởng phòng Quản lý đô thị, chịu trách nhiệm theo dõi việc thực hiện Chỉ thị này.",
    ],
)

REPORT = Source(
    key="bao-cao",
    title="Báo cáo số 77/BC-QLĐT về thu gom rác thải sinh hoạt",
    date="2026-04-10",
    pages=[
        "1\nBáo cáo số 77/BC-QLĐT kết quả thu gom rác thải sinh hoạt quý I năm 2026\n\n"
        "Trong quý I năm 2026, khối lượng rác thải sinh hoạt thu gom được là 4.260 tấn, đạt 96,4% khối lượng\n"
        "phát sinh. Công ty Môi trường đô thị bố trí 27 xe chuyên dụng.\n\n"
        "Kinh phí thu gom là 6,8 tỷ đồng; trong đó ngân sách thị xã chi 5,1 tỷ đồng.",
        "TT Nhiệm vụ Chủ trì Thời hạn\n1 Thay 120 thùng rác hỏng tại chợ\nPhòng Kinh tế\n15/5/2026\n"
        "2 Mở tuyến thu gom xã Tân Hòa\nCông ty Môi trường\nđô thị\n30/6/2026",
    ],
)

SECRET = Source(
    key="mat",
    title="Tờ trình số 09/TTr-QLĐT về phương án đấu giá khu đất bến phà",
    date="2026-05-01",
    pages=[
        "Giá khởi điểm đấu giá khu đất bến phà dự kiến là 41,7 tỷ đồng, do Công ty thẩm định Phương Nam xác định.\n\n"
        "Vỉa hè, vỉa hè, vỉa hè: khối lượng rác thải và tuyến phố tại bến phà được tính riêng trong phương án."
    ],
)


def papers(sources: list[Source], encoder: Encodes | None, words: Words) -> list[Paper]:
    made = [read(source, words) for source in sources]
    for paper in made:
        if encoder is not None:
            for _ in embed(paper, encoder):
                pass
    return made
