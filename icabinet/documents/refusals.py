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

ENGLISH: dict[str, str] = {
    "paper.empty": "The file has no content (0 bytes). Please check the original and upload it again.",
    "paper.too-large": "The file is larger than {megabytes} MB. Please split it or reduce its pictures.",
    "paper.not-pdf-or-docx": "The file is neither PDF nor Word (.docx). Please save it as one of these.",
    "paper.old-word": "The file is an old Word file (.doc). Please save it as .docx or PDF and upload again.",
    "paper.encrypted": "The file has a password and cannot be read. Please remove the password and upload again.",
    "paper.macro": "The Word file holds macros and is not taken. Please save it as a plain .docx or as PDF.",
    "paper.broken": "The file is damaged. Please open the original, save it again and upload it once more.",
    "paper.truncated": "The end of the file is missing. Please fetch the file again and upload it once more.",
    "paper.zip-bomb": "The file is compressed beyond what is allowed. Please save it again in Word or as PDF.",
    "paper.external-entities": "The Word file refers to unsafe outside content. Please save it again in Word.",
    "paper.too-many-pages": "The file has {pages} pages, more than {limit}. Please split it.",
    "paper.too-complex": "The file is too complex. Please print it to PDF and upload again.",
    "paper.timeout": "Reading the file took too long. Please split it or print it to PDF, then upload again.",
    "paper.memory": "Reading the file takes too much memory. Please split it or print it to a new PDF.",
    "paper.not-converted": "The Word file could not be turned into a PDF. Please save it as PDF and upload again.",
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
