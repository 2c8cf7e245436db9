"""Why a paper is refused: one stable code a reason, and what the person at the screen is told."""

MESSAGES: dict[str, str] = {
    "paper.empty": "Tệp không có nội dung (0 byte). Đề nghị kiểm tra lại tệp gốc rồi tải lên lần nữa.",
    "paper.too-large": "Tệp lớn hơn {megabytes} MB. Đề nghị tách tệp hoặc giảm chất lượng ảnh rồi tải lên lại.",
    "paper.unknown-kind": "Không nhận loại tệp này. Đề nghị lưu sang PDF, Word, Excel, PowerPoint hoặc ảnh JPEG, PNG, "
    "TIFF rồi tải lên lại.",
    "paper.heic": "Ảnh ở định dạng HEIC nên không đọc được. Đề nghị lưu thành JPEG rồi tải lên lại; hoặc trên iPad, "
    "iPhone vào Cài đặt, Camera, Định dạng, chọn Tương thích nhất rồi chụp lại.",
    "paper.needs-office": "Máy chủ chưa cài LibreOffice nên chưa đọc được loại tệp này. Đề nghị lưu thành PDF, .docx, "
    ".xlsx hoặc .pptx; hoặc nhờ quản trị cài LibreOffice rồi bấm “Đọc lại”.",
    "paper.encrypted": "Tệp có mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu rồi tải lên lại.",
    "paper.macro": "Tệp có chứa macro nên không được nhận. Đề nghị lưu thành loại không có macro (.docx, .xlsx, .pptx) "
    "hoặc PDF.",
    "paper.broken": "Tệp bị hỏng nên không đọc được. Đề nghị mở tệp gốc, lưu lại rồi tải lên lần nữa.",
    "paper.truncated": "Tệp bị thiếu phần cuối, có thể do chép chưa xong. Đề nghị lấy lại tệp rồi tải lên lại.",
    "paper.zip-bomb": "Tệp nén quá mức cho phép nên không được mở. Đề nghị lưu lại bằng phần mềm gốc hoặc xuất ra PDF.",
    "paper.external-entities": "Tệp có khai báo bên ngoài không an toàn. Đề nghị lưu lại bằng phần mềm gốc.",
    "paper.too-many-pages": "Tệp có {pages} trang, vượt mức {limit} trang. Đề nghị tách thành nhiều tệp.",
    "paper.too-many-cells": "Bảng tính có {cells} ô, vượt mức {limit} ô. "
    "Đề nghị chỉ để lại phần cần họp hoặc xuất ra PDF.",
    "paper.too-complex": "Tệp có cấu trúc quá phức tạp. Đề nghị in ra PDF rồi tải lên lại.",
    "paper.timeout": "Đọc tệp quá lâu nên đã dừng. Đề nghị tách nhỏ tệp hoặc in ra PDF rồi tải lên lại.",
    "paper.memory": "Tệp cần quá nhiều bộ nhớ để đọc nên đã dừng. Đề nghị tách nhỏ tệp hoặc in ra PDF mới.",
    "paper.not-converted": "Không chuyển được tệp sang PDF để đọc. Đề nghị lưu thành PDF rồi tải lên lại.",
}

ENGLISH: dict[str, str] = {
    "paper.empty": "The file has no content (0 bytes). Please check the original and upload it again.",
    "paper.too-large": "The file is larger than {megabytes} MB. Please split it or reduce its pictures.",
    "paper.unknown-kind": "This kind of file is not taken. Please save it as PDF, Word, Excel, PowerPoint, JPEG, "
    "PNG or TIFF.",
    "paper.heic": "The picture is in the HEIC format. On an iPad or iPhone choose Settings, Camera, Formats, "
    "Most Compatible and take it again; or save it as JPEG and upload it again.",
    "paper.needs-office": "The server has no LibreOffice, which this kind of file needs. Please save it as PDF, .docx, "
    ".xlsx or .pptx, or ask the administrator to install LibreOffice, then tap “Read again”.",
    "paper.encrypted": "The file has a password and cannot be read. Please remove the password and upload again.",
    "paper.macro": "The file holds macros and is not taken. "
    "Please save it without macros (.docx, .xlsx, .pptx) or as PDF.",
    "paper.broken": "The file is damaged. Please open the original, save it again and upload it once more.",
    "paper.truncated": "The end of the file is missing. Please fetch the file again and upload it once more.",
    "paper.zip-bomb": "The file is compressed beyond what is allowed. Please save it again or export it as PDF.",
    "paper.external-entities": "The file refers to unsafe outside content. Please save it again in its own program.",
    "paper.too-many-pages": "The file has {pages} pages, more than {limit}. Please split it.",
    "paper.too-many-cells": "The workbook has {cells} cells, more than {limit}. Please keep what the meeting needs.",
    "paper.too-complex": "The file is too complex. Please print it to PDF and upload again.",
    "paper.timeout": "Reading the file took too long. Please split it or print it to PDF, then upload again.",
    "paper.memory": "Reading the file takes too much memory. Please split it or print it to a new PDF.",
    "paper.not-converted": "The file could not be turned into a PDF. Please save it as PDF and upload again.",
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
