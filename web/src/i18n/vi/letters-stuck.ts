export const stuckLetters = {
  heading: 'Thư chưa tới',
  hint: 'Thư của các cuộc họp, phiếu lấy ý kiến và nhiệm vụ mà đồng chí phụ trách, không tự tới được người nhận.',
  none: 'Không có thư nào bị vướng.',
  open: (count: number) => `Thư chưa tới: ${count} người`,
  more: (count: number) => `và ${count} thư nữa`,
  sentAgain: 'Đã xếp lại vào hàng gửi.',
  noAddress: 'Chưa có địa chỉ thư điện tử. Xin nhờ quản trị nhập địa chỉ.',
};
