import { expect, test } from 'vitest';
import { readAddresses } from '../src/rules/addresses';
import { fromLines, fromRows, minutesIn } from '../src/rules/agenda-paste';
import { type Known, readNames } from '../src/rules/people-paste';

test.each([
  ['15 phút', 15],
  ["(20')", 20],
  ['8h00 - 8h20', 20],
  ['08:00–09:30', 90],
  ['13 giờ 30 đến 14 giờ', 30],
  ['sáng thứ hai', 0],
  ['9h00 - 8h00', 0],
])('minutes in %s', (words, minutes) => expect(minutesIn(words)).toBe(minutes));

test('a table of Word with its heading row', () => {
  const rows = [
    ['STT', 'Nội dung', 'Người trình bày', 'Thời gian'],
    ['1', 'Khai mạc', 'Đ/c Chủ tịch', '8h00 - 8h10'],
    ['2', 'Báo cáo  kinh tế - xã hội', 'Sở Tài chính', '20 phút'],
    ['', '', '', ''],
    ['3', 'Thảo luận', '', '45'],
  ];
  expect(fromRows(rows)).toEqual([
    { title: 'Khai mạc', presenter: 'Đ/c Chủ tịch', minutes: 10, heading: false },
    { title: 'Báo cáo kinh tế - xã hội', presenter: 'Sở Tài chính', minutes: 20, heading: false },
    { title: 'Thảo luận', presenter: '', minutes: 45, heading: false },
  ]);
});

test('a table without a heading row, and one whose columns stand otherwise', () => {
  const bare = fromRows([
    ['1', 'Khai mạc', '10'],
    ['2', 'Bế mạc', '5'],
  ]);
  expect(bare.map(({ title, presenter, minutes }) => [title, presenter, minutes])).toEqual([
    ['Khai mạc', '', 10],
    ['Bế mạc', '', 5],
  ]);
  const other = fromRows([
    ['Thời gian', 'Đơn vị chủ trì', 'Nội dung công việc'],
    ["30'", 'Văn phòng', 'Thông qua biên bản'],
  ]);
  expect(other).toEqual([
    { title: 'Thông qua biên bản', presenter: 'Văn phòng', minutes: 30, heading: false },
  ]);
});

test('a numbered list: headings, continuations, who presents and how long', () => {
  const text = `I. Phần mở đầu
1. Tuyên bố lý do (Văn phòng trình bày, 5 phút)
2. Báo cáo sơ kết
của 6 tháng đầu năm
Người trình bày: Sở Nội vụ
Thời gian: 20 phút
II. Thảo luận – Chủ tịch chủ trì
a) Ý kiến các sở`;
  const found = fromLines(text);
  expect(found.map(item => item.title)).toEqual([
    'Phần mở đầu',
    'Tuyên bố lý do',
    'Báo cáo sơ kết của 6 tháng đầu năm',
    'Thảo luận',
    'Ý kiến các sở',
  ]);
  expect(found.map(item => item.heading)).toEqual([true, false, false, true, false]);
  expect(found.map(item => item.presenter)).toEqual(['', 'Văn phòng', 'Sở Nội vụ', 'Chủ tịch', '']);
  expect(found.map(item => item.minutes)).toEqual([0, 5, 20, 0, 0]);
});

test('lines without any number are items each', () => {
  expect(fromLines('Khai mạc\n\nBế mạc').map(item => item.title)).toEqual(['Khai mạc', 'Bế mạc']);
});

test('names: with marks first, then without; doubts stay doubts unless the post tells', () => {
  const person = (id: string, name: string, title = '', unit = ''): Known => ({
    id,
    login: id,
    name,
    title,
    unit,
  });
  const people = [
    person('u1', 'Trần Văn An', 'Giám đốc', 'Sở Tư pháp'),
    person('u2', 'Trần Văn An', 'Chuyên viên', 'Sở Y tế'),
    person('u3', 'Lê Thị Ánh'),
    person('u4', 'Lê Thị Anh'),
  ];
  const ids = (text: string) => readNames(text, people).map(line => line.people.map(({ id }) => id));
  expect(ids('1. Ông Trần Văn An, Sở Y tế\n- Lê Thị Anh\nle thi anh\nTrần Văn An\nNguyễn Lạ\nu3')).toEqual([
    ['u2'],
    ['u4'],
    ['u3', 'u4'],
    ['u1', 'u2'],
    [],
    ['u3'],
  ]);
});

test('addresses: by sign-in name or by name; what is in doubt is not saved', () => {
  const person = (id: string, name: string): Known => ({ id, login: id, name, title: '', unit: '' });
  const people = [person('an.tv', 'Trần Văn An'), person('u2', 'Lê Bình'), person('u3', 'Lê Bình')];
  const text = `an.tv; an@thanhpho.gov.vn
Trần Văn An <an2@thanhpho.gov.vn>
Lê Bình\tbinh@thanhpho.gov.vn
u2, binh@thanhpho.gov.vn
Người lạ, la@thanhpho.gov.vn
Lê Bình`;
  expect(
    readAddresses(text, people).map(({ user, fault, address }) => user ?? `${fault} ${address}`),
  ).toEqual([
    'an.tv',
    'twice an2@thanhpho.gov.vn',
    'several binh@thanhpho.gov.vn',
    'u2',
    'nobody la@thanhpho.gov.vn',
    'no-address ',
  ]);
});
