export const edited = {
  heading: 'So với bản Word đã sửa',
  hint: 'Chọn tệp Word của biên bản đã sửa bên ngoài. Hệ thống đọc tệp để so sánh rồi bỏ, không thay đổi biên bản.',
  open: 'So với bản Word',
  choose: 'Chọn tệp Word',
  working: 'Đang đọc và so từng chữ',
  none: 'Tệp này không khác biên bản.',
};
