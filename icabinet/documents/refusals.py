"""Why a paper is refused: one stable code a reason, and what the person at the screen is told."""

MESSAGES: dict[str, str] = {
    "paper.empty": "Tệp không có nội dung (0 byte). Đề nghị kiểm tra lại tệp gốc rồi tải lên lần nữa.",
    "paper.too-large": "Tệp lớn hơn {megabytes} MB. Đề nghị tách tệp hoặc giảm chất lượng ảnh rồi tải lên lại.",
    "paper.not-pdf-or-docx": "Tệp không phải PDF hoặc Word (.docx). Đề nghị lưu sang PDF hoặc .docx rồi tải lên lại.",
    "paper.old-word": "Tệp là Word đời cũ (.doc). Đề nghị mở bằng Word, lưu thành .docx hoặc PDF rồi tải lên lại.",
    "paper.encrypted": "Tệp có mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu rồi tải lên lại.",
    "paper.macro": "Tệp Word có chứa macro nên không được nhận. Đề nghị lưu thành .docx thường hoặc PDF.",
    "paper.broken": "Tệp bị hỏng nên không đọc được. Đề nghị mở tệp gốc, lưu lại rồi tải lên lần nữa.",
    "paper.truncated": "Tệp bị thiếu phần cuối, có thể do chép chưa xong. Đề nghị lấy lại tệp rồi tải lên lại.",
    "paper.zip-bomb": "Tệp nén quá mức cho phép nên không được mở. Đề nghị lưu lại từ Word hoặc xuất ra PDF.",
    "paper.external-entities": "Tệp Word có khai báo bên ngoài không an toàn. Đề nghị lưu lại bằng Word rồi tải lên.",
    "paper.too-many-pages": "Tệp có {pages} trang, vượt mức {limit} trang. Đề nghị tách thành nhiều tệp.",
    "paper.too-complex": "Tệp có cấu trúc quá phức tạp. Đề nghị in ra PDF rồi tải lên lại.",
    "paper.timeout": "Đọc tệp quá lâu nên đã dừng. Đề nghị tách nhỏ tệp hoặc in ra PDF rồi tải lên lại.",
    "paper.memory": "Tệp cần quá nhiều bộ nhớ để đọc nên đã dừng. Đề nghị tách nhỏ tệp hoặc in ra PDF mới.",
    "paper.not-converted": "Không chuyển được tệp Word sang PDF để đọc. Đề nghị lưu thành PDF rồi tải lên lại.",
}


class BadPaper(Exception):
    """A paper that cannot be taken: a stable `code`, a key of MESSAGES, and the facts its sentence needs."""

    def __init__(self, code: str, **facts: int | str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def message(self) -> str:
        """The Vietnamese sentence for people: what happened and what to do."""
        return MESSAGES[self.code].format_map(self.facts)
