export const vault = {
  offline: (when: string) => `Đang đọc ngoại tuyến. Nội dung của cuộc họp lúc ${when}.`,
  offlineHome: (when: string) =>
    `Đang đọc ngoại tuyến. Danh sách lúc ${when}, chỉ có cuộc họp đã lưu về máy.`,
  offlineBallot:
    'Không biểu quyết được khi mất mạng: phiếu không bao giờ được để chờ gửi. Xin chờ có mạng lại.',
  kept: (done: number, all: number) =>
    done === all ? `Đã tải đủ ${all} tài liệu về máy` : `Đã tải ${done}/${all} tài liệu về máy`,
  full: (done: number, all: number) =>
    `Máy hết chỗ lưu: đã giữ ${done}/${all} tài liệu. Xin xoá bớt ảnh, tệp trên máy; phần còn lại đọc được khi có mạng.`,
  off: 'Không đọc ngoại tuyến được vì trang này không dùng HTTPS.',
  broken: 'Máy này không cho lưu tài liệu, nên chỉ đọc được khi có mạng.',
  certificateEnds: (days: number) =>
    `Chứng thư HTTPS của máy chủ hết hạn sau ${days} ngày. Xin chạy “icabinet tls renew” trên máy chủ.`,
  certificateEnded: 'Chứng thư HTTPS của máy chủ đã hết hạn. Xin chạy “icabinet tls renew” trên máy chủ.',
  noHttps:
    'Máy chủ đang chạy không có HTTPS: đường truyền không mã hoá và máy tính bảng không đọc ngoại tuyến được. Xin chạy “icabinet tls init” rồi khởi động lại.',
};
