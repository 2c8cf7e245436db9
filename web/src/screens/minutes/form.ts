/**
 * The fixed words of a biên bản: Mẫu 1.9, Phụ lục III, Nghị định 30/2020/NĐ-CP. A legal form in Vietnamese, whatever
 * language the screen speaks.
 */
export const FORM = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  name: 'BIÊN BẢN',
  started: 'Thời gian bắt đầu: ',
  place: 'Địa điểm: ',
  attendance: 'Thành phần tham dự: ',
  guests: 'Khách mời:',
  chair: 'Chủ trì (chủ tọa): ',
  secretary: 'Thư ký (người ghi biên bản): ',
  body: 'Nội dung (theo diễn biến cuộc họp):',
  ended: (when: string) => `Cuộc họp kết thúc vào ${when}./.`,
  endedOpen: '…… giờ …… phút, ngày …… tháng …… năm ………',
  columns: ['TT', 'Họ và tên', 'Chức vụ, đơn vị', 'Điểm danh', 'Thời điểm'],
  signSecretary: 'THƯ KÝ',
  signChair: 'CHỦ TỌA',
  recipients: 'Nơi nhận:',
};
