"""Refusals about digital signatures. The form is that of `problems.WORDS`; `fact` is a path, a name or a day."""

from __future__ import annotations

SIGNING: dict[str, tuple[int, str, str]] = {
    "signing.kind": (
        409,
        "Loại văn bản này không ký số trong phần mềm. Xin tải về, in ra và ký trên giấy.",
        "This kind of document is not signed here. Please print it and sign on paper.",
    ),
    "signing.not-final": (
        409,
        "Văn bản còn thay đổi được nên chưa ký số. Xin xác nhận biên bản, kết thúc họp hoặc công bố kết quả trước.",
        "The document can still change. Minutes must be confirmed, results published, the meeting ended.",
    ),
    "signing.same": (
        409,
        "Văn bản này đã ký số và từ đó không thay đổi. Xin tải bản đã ký.",
        "This document is signed and has not changed since. Please take the signed file.",
    ),
    "signing.no-key": (
        409,
        "Máy chủ chưa khai khoá ký số. Xin nhờ quản trị đặt ICABINET_SIGN_KEY hoặc ICABINET_SIGN_MODULE.",
        "No signing key is set on the server. Please ask the administrator.",
    ),
    "signing.missing-file": (
        409,
        "Không mở được tệp {fact} trên máy chủ. Xin nhờ quản trị kiểm tra đường dẫn và quyền đọc.",
        "The server cannot open {fact}. Please check the path and its rights.",
    ),
    "signing.broken-file": (
        409,
        "Tệp khoá {fact} không phải PKCS#12 (.p12, .pfx) hoặc đã hỏng. Xin nhờ quản trị đặt lại tệp.",
        "{fact} is no PKCS#12 file, or broken.",
    ),
    "signing.empty-file": (
        409,
        "Tệp {fact} không có khoá riêng kèm chứng thư. Xin nhờ quản trị xuất lại tệp cùng khoá riêng.",
        "{fact} holds no private key with its certificate.",
    ),
    "signing.passphrase": (
        409,
        "Mật khẩu của tệp khoá không đúng nên chưa ký. Xin nhờ quản trị đặt lại ICABINET_SIGN_PASSPHRASE_FILE.",
        "The passphrase of the key file is wrong; nothing was signed.",
    ),
    "signing.no-pkcs11": (
        409,
        "Máy chủ chưa cài phần đọc thiết bị ký. Xin nhờ quản trị cài icabinet[tokens].",
        "The server lacks the reader of tokens: install icabinet[tokens].",
    ),
    "signing.no-token": (
        409,
        "Không thấy thiết bị ký “{fact}”. Xin kiểm tra thiết bị đã cắm và trình điều khiển đúng loại.",
        "The token “{fact}” was not found.",
    ),
    "signing.no-label": (
        409,
        "Trong thiết bị ký không có khoá hoặc chứng thư tên “{fact}”. Xin nhờ quản trị kiểm tra ICABINET_SIGN_LABEL.",
        "The token holds no key or certificate named “{fact}”.",
    ),
    "signing.pin": (
        409,
        "Mã PIN của thiết bị ký không đúng nên chưa ký; máy chủ không thử lại mã này để thiết bị khỏi bị khoá. Xin nhờ "
        "quản trị đặt lại mã PIN; nếu đã đổi mã trên thiết bị thì khởi động lại máy chủ.",
        "The token's PIN is wrong; nothing was signed. It is not tried again, or the token would lock: set another, or "
        "restart the server when the token's was changed.",
    ),
    "signing.pin-locked": (
        409,
        "Mã PIN của thiết bị ký “{fact}” đã bị khoá hoặc hết hạn. Xin liên hệ nơi cấp thiết bị.",
        "The PIN of the token “{fact}” is locked or expired.",
    ),
    "signing.usage": (
        409,
        "Chứng thư của “{fact}” không được cấp để ký văn bản. Xin dùng chứng thư chữ ký số.",
        "The certificate of “{fact}” is not made for signing documents.",
    ),
    "signing.not-yet": (
        409,
        "Chứng thư ký số chỉ có hiệu lực từ ngày {fact}. Xin kiểm tra đồng hồ máy chủ hoặc chờ tới ngày đó.",
        "The signing certificate holds from {fact} on.",
    ),
    "signing.expired": (
        409,
        "Chứng thư ký số đã hết hạn ngày {fact} nên chưa ký. Xin nhờ quản trị gia hạn chứng thư.",
        "The signing certificate ended on {fact}; nothing was signed.",
    ),
    "signing.tsa": (
        503,
        "Máy chủ cấp dấu thời gian {fact} không trả lời nên chưa ký. Xin thử lại sau, hoặc nhờ quản trị.",
        "The timestamp authority {fact} does not answer; nothing was signed.",
    ),
    "signing.disk": (
        503,
        "Máy chủ không ghi được tệp tạm nên chưa ký. Xin nhờ quản trị kiểm tra chỗ trống của ổ đĩa, rồi thử lại.",
        "The server cannot write its temporary files; nothing was signed. Please check the space on its disk.",
    ),
    "signing.failed": (
        500,
        "Khoá của “{fact}” không ký được văn bản này. Chưa có gì thay đổi; xin nhờ quản trị chạy icabinet sign check.",
        "The key of “{fact}” did not sign. Nothing has changed.",
    ),
    "signing.broken-trust": (
        409,
        "Tệp chứng thư tin cậy {fact} không đọc được. Xin nhờ quản trị đặt lại ICABINET_SIGN_TRUST.",
        "The file of trusted authorities {fact} cannot be read.",
    ),
    "signing.unreadable": (
        409,
        "Tệp đã ký trên máy chủ không còn đọc được hoặc đã bị sửa. Xin báo quản trị và lấy bản trong hồ sơ đã lưu.",
        "The signed file cannot be read or was changed. Please use the kept bundle.",
    ),
}
