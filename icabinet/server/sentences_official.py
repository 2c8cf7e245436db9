"""Refusals about the documents of a meeting and its minutes. The form is that of `problems.WORDS`."""

from __future__ import annotations

OFFICIAL: dict[str, tuple[int, str, str]] = {
    "official.not-found": (
        404,
        "Cuộc họp không có văn bản này. Xin tải lại trang rồi chọn trong danh sách.",
        "The meeting has no such document. Please reload the page and choose from the list.",
    ),
    "official.not-yet": (
        409,
        "Văn bản này chưa lập được vì chưa có kết luận hoặc kết quả được công bố. Xin lập sau khi có.",
        "This document needs a conclusion or a published result first.",
    ),
    "official.half": (
        400,
        "Xin nhập cả số và ngày ban hành, hoặc để trống cả hai.",
        "Please give both number and date, or neither.",
    ),
    "official.date": (
        400,
        "Ngày ban hành không có trong lịch. Xin chọn lại ngày.",
        "There is no such day. Please choose the date again.",
    ),
    "minutes.stale": (
        409,
        "Đoạn này vừa được người khác sửa nên chưa ghi đè. Xin so hai bản rồi chọn.",
        "Somebody else has just changed this paragraph. Please compare both and choose.",
    ),
    "minutes.locked": (
        409,
        "Biên bản đã được chủ trì và thư ký xác nhận nên không sửa được nữa. Xin lập đính chính.",
        "The minutes are locked. Please propose a correction.",
    ),
    "minutes.not-locked": (
        409,
        "Biên bản chưa khoá nên chưa cần đính chính. Xin sửa thẳng vào đoạn.",
        "The minutes are not locked; please edit the paragraph itself.",
    ),
    "minutes.not-ended": (
        409,
        "Cuộc họp chưa kết thúc nên chưa xác nhận được biên bản. Xin xác nhận sau khi kết thúc họp.",
        "The meeting has not ended. Please confirm the minutes afterwards.",
    ),
    "minutes.changed": (
        409,
        "Biên bản vừa thay đổi. Xin đọc lại rồi xác nhận.",
        "The minutes have just changed. Please read them again, then confirm.",
    ),
    "minutes.correction-stands": (
        409,
        "Đính chính này đã được chủ trì chấp nhận và đánh số. Nếu cần, xin lập đính chính mới.",
        "This correction has been accepted and numbered. Please propose a new one.",
    ),
    "template.broken": (
        400,
        "Trong mẫu có dấu ngoặc chưa đủ cặp hoặc tên trường viết sai: “{words}”. Xin sửa thành {{{{ten_truong}}}}.",
        "The template has braces without a pair or a broken name: “{words}”.",
    ),
    "template.unknown": (
        400,
        "Mẫu có tên trường không dùng được cho loại văn bản này: {names}. Xin xem danh sách tên trường rồi sửa.",
        "These names cannot be used for this kind of document: {names}.",
    ),
    "template.no-body": (
        400,
        "Mẫu chưa có chỗ cho nội dung. Xin thêm một đoạn riêng chỉ ghi {{{{noi_dung}}}}.",
        "The template has no place for the text. Please add a paragraph with only {{{{noi_dung}}}}.",
    ),
    "template.place": (
        400,
        "Tên trường {name} phải đứng riêng một đoạn, ngoài bảng. Xin chuyển chỗ rồi tải lên lại.",
        "The name {name} must stand alone in a paragraph outside of tables.",
    ),
    "template.outside": (
        400,
        "Mẫu có đối tượng nhúng hoặc liên kết ra ngoài nên không nhận. Xin bỏ các đối tượng đó rồi tải lên lại.",
        "The template embeds objects or fetches from outside. Please remove them.",
    ),
    "template.not-word": (
        400,
        "Mẫu phải là tệp Word .docx. Xin lưu lại thành .docx rồi tải lên.",
        "A template must be a Word file (.docx).",
    ),
    "template.too-large": (
        400,
        "Mẫu lớn hơn {megabytes} MB. Xin giảm cỡ ảnh trong mẫu rồi tải lên lại.",
        "The template is larger than {megabytes} MB. Please make its pictures smaller.",
    ),
    "template.failed": (
        500,
        "Mẫu riêng của loại văn bản này không điền được. Xin bỏ mẫu riêng hoặc tải lên mẫu đơn giản hơn.",
        "The office's template could not be filled in. Please remove it, or upload a simpler one.",
    ),
    "minutes.called-off": (
        409,
        "Cuộc họp không tổ chức nên không có biên bản để xác nhận. Xin lưu thông báo hoãn họp.",
        "The meeting was called off: there are no minutes to confirm.",
    ),
    "bundle.gone": (
        404,
        "Hồ sơ này chỉ giữ trên máy chủ một giờ. Xin lập lại hồ sơ rồi tải về.",
        "A bundle is kept for an hour. Please make it again, then download it.",
    ),
    "official.not-printed": (
        500,
        "Chưa tạo được bản PDF. Xin tải bản Word rồi in ra PDF.",
        "The PDF could not be made. Please take the Word file and print it as PDF.",
    ),
}
