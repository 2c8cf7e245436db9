export const peopleGroups = {
  saved: 'Nhóm đã lưu',
  choose: 'Chọn nhóm',
  none: 'Chưa có nhóm nào. Chọn người rồi bấm “Lưu thành nhóm”.',
  line: (name: string, count: number) => `${name} (${count} người)`,
  save: 'Lưu thành nhóm',
  saveHint: (count: number) => `Nhóm ${count} người này dùng lại được khi mời họp hoặc lấy ý kiến.`,
  adds: (added: number, whole: number) =>
    added
      ? `Thêm ${added} người vào nhóm; người đã có vẫn giữ. Nhóm sẽ có ${whole} người.`
      : `Những người này đều đã có trong nhóm ${whole} người.`,
  name: 'Tên nhóm',
  instead: 'Lưu vào',
  fresh: 'Nhóm mới',
  done: (name: string) => `Đã lưu nhóm “${name}”.`,
  remove: 'Xoá nhóm này',
  removeQuestion: (name: string) => `Xoá nhóm “${name}”?`,
  removeDetail: 'Các cuộc họp và phiếu đã lập không thay đổi.',
  already: (count: number) => `${count} người của nhóm đã có trong cuộc họp.`,
  file: 'Đọc tệp Word, Excel',
  reading: 'Đang đọc tệp…',
  read: (count: number) => `Đọc được ${count} dòng.`,
};
