import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import { type Device, type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const QUESTION = 'Vì sao 1.248 hồ sơ quá hạn vẫn chưa được xử lý, và bao giờ xong?';
const FIRST = 'Hoàng Thị Minh Nguyệt';
const THIRD = 'Bùi Đức Thành';
const GUEST = 'Chu Hải Đăng';

let room: Room;
let chair: Person;
let first: Person;
let phone: Person;
let wall: Person;
let third: Caller;

/** Question time from its opening to the debate on an answer, a point of order, and the orders that are declared. */
describe.skipIf(!hasBrowser)('voices', () => {
  beforeAll(async () => {
    room = await Room.open();
    const caller = await room.caller('chutri');
    for (const login of ['chutri', 'daibieu1', 'daibieu2', 'khach1']) {
      await (await room.caller(login)).send({ type: 'attendance.check-in' });
    }
    third = await room.caller('daibieu3');
    await third.send({ type: 'attendance.check-in' });
    await caller.send({ type: 'meeting.start' });
    chair = await room.seated('chutri');
    first = await room.seated('daibieu1');
    phone = await room.seated('daibieu2', 'phone');
    wall = await room.wall();
    await phone.page.getByRole('navigation').getByRole('button', { name: 'Phát biểu' }).click();
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('the chair opens question time, and a delegate puts a question to a guest', async () => {
    expect(await first.button('Đặt câu hỏi chất vấn').count()).toBe(0);
    await chair.choose('Chất vấn');
    await chair.press('Mở');
    await first.press('Đặt câu hỏi chất vấn');
    const dialog = first.page.getByRole('dialog');
    await first.press('Đặt câu hỏi chất vấn', dialog);
    await first.sees('Xin chọn người được chất vấn.', dialog);
    await dialog
      .getByLabel('Người được chất vấn')
      .selectOption({ label: `${GUEST} · Viễn thông Vĩnh Giang` });
    await first.write('Câu hỏi chất vấn', QUESTION, dialog);
    await look(first, 'voices-ask');
    await first.press('Đặt câu hỏi chất vấn', dialog);
    await dialog.waitFor({ state: 'detached' });
    await first.sees('Đại biểu đứng đầu danh sách.');
    await chair.sees(`Chất vấn ${GUEST}`);
    await chair.sees(QUESTION);
  });

  test('the question is put on every screen, and the guest answers with one tap of the chair', async () => {
    await chair.press(`Mời ${FIRST} chất vấn 1 phút`);
    await first.sees('Mời đại biểu chất vấn');
    await wall.sees('Đang chất vấn');
    await wall.sees(QUESTION);
    await wall.sees(`Chất vấn ${GUEST}`);
    await look(chair, 'voices-chair-question', ['upright', 'phone']);
    await look(wall, 'voices-wall-question');
    await chair.button(`Mời ${GUEST} trả lời`).last().click();
    await wall.sees('Đang trả lời chất vấn');
    await phone.sees(`Trả lời ${FIRST}`);
  });

  test('the asker debates the answer before others, and everybody reads the place and the reason', async () => {
    await ask(phone, 'Tranh luận', 'Tranh luận');
    await phone.sees('Đại biểu đứng đầu danh sách.');
    await ask(first, 'Tranh luận', 'Tranh luận');
    await phone.sees('Đại biểu ở vị trí thứ 2: trước đại biểu là 1 người tranh luận.');
    await chair.sees(`Tranh luận với ${GUEST}`);
    await look(phone, 'voices-phone-waiting');
    await look(first, 'voices-waiting', ['upright']);
    await chair.press(`Mời ${FIRST} tranh luận 3 phút`);
    await wall.sees('Đang tranh luận');
    await phone.sees('Đại biểu đứng đầu danh sách.');
  });

  test('a pause keeps the time on every screen, and a point of order interrupts', async () => {
    await chair.press('Tạm dừng', chair.region('Đang phát biểu'));
    await first.sees('Đang tạm dừng');
    await wall.sees('Tạm dừng');
    const stands = await clock(wall).innerText();
    await expect.poll(() => clock(first).innerText()).toBe(stands);
    await look(wall, 'voices-wall-paused');
    await chair.press('Tiếp tục', chair.region('Đang phát biểu'));
    await first.sees('Mời đại biểu tranh luận');
    await third.send({ type: 'speech.order', speech: 'p1', subject: 'Đề nghị nghỉ giải lao' });
    await chair.press(`Mời ${THIRD} nêu vấn đề thủ tục`);
    await wall.sees('Đang nêu vấn đề thủ tục');
    await first.sees('Đang tạm dừng');
    await look(chair, 'voices-chair-interrupted', ['upright', 'phone']);
    await chair.button(`Tiếp tục lượt của ${FIRST}`).last().click();
    await first.sees('Mời đại biểu tranh luận');
  });

  test('in the last half minute the speaker is warned on the tablet and on the wall', async () => {
    const caller = await room.caller('chutri');
    await caller.send({ type: 'speech.end', speech: await speechOf('speaking') });
    await third.send({ type: 'speech.request', speech: 's3', subject: 'Tiến độ' });
    await (await room.caller('daibieu1')).send({ type: 'speech.request', speech: 's1' });
    await caller.send({ type: 'speech.call', speech: 's1', seconds: 29 });
    await Promise.all([
      first.page.getByRole('status').getByText('Sắp hết thời gian: còn dưới 30 giây.').waitFor(),
      wall.sees('Sắp hết thời gian'),
    ]);
    await look(first, 'voices-soon', ['upright']);
    await look(wall, 'voices-wall-soon');
  });

  test('the declared order is the chair’s to choose and everybody’s to read', async () => {
    await chair.choose('Phát biểu');
    await chair.press('Kết thúc', chair.region('Đang phát biểu'));
    await ask(first, 'Đăng ký phát biểu', 'Đăng ký phát biểu');
    await ask(phone, 'Đăng ký phát biểu', 'Đăng ký phát biểu');
    await chair.page.getByText(/^Quy tắc:/).click();
    await chair.page.getByLabel('Thứ tự mời').selectOption('Người chưa phát biểu trước');
    await first.sees('Đại biểu ở vị trí thứ 3: trước đại biểu là 2 người chưa phát biểu.');
    await look(chair, 'voices-chair-rule', ['upright', 'phone']);
    await chair.page.getByLabel('Thứ tự mời').selectOption('Chủ trì sắp xếp');
    await chair.page.getByText(/^Quy tắc:/).click();
    await chair.press(`Đưa ${FIRST} lên trước`);
    await first.sees(/^Đại biểu ở vị trí thứ 2: trước đại biểu là 1 người theo sắp xếp của chủ trì\.$/);
    await first.page.getByText('Phát biểu: đang chờ (3)').click();
    await first.sees('Thứ tự do chủ trì sắp xếp. Vấn đề thủ tục được mời trước.');
    await chair.page.getByText(/^Thời gian đã phát biểu/).click();
    await chair.press('Theo đơn vị');
    await chair.sees('Viễn thông Vĩnh Giang');
    await look(chair, 'voices-chair-hand', ['upright', 'phone']);
    await look(first, 'voices-order');
  });
});

/** Opens the dialog of a request and sends it as it stands. */
async function ask(person: Person, open: string, send: string): Promise<void> {
  await person.press(open);
  const dialog = person.page.getByRole('dialog');
  await person.press(send, dialog);
  await dialog.waitFor({ state: 'detached' });
}

function clock({ page }: Person): Locator {
  return page.locator('.speaker-clock-figures, .stage-clock-figures').first();
}

async function speechOf(state: string): Promise<string> {
  const { records } = await third.get<{ records: { speech: Record<string, { state: string }> } }>(
    '/api/streams/m1',
  );
  return Object.entries(records.speech).find(([, speech]) => speech.state === state)![0];
}

/** Pictures in every size asked for, light and dark, each under axe. */
async function look(person: Person, name: string, more: Device[] = []): Promise<void> {
  const own = person.page.viewportSize()!;
  const found: string[] = [];
  for (const device of [...more, undefined]) {
    await person.page.setViewportSize(device ? SIZES[device] : own);
    for (const colorScheme of ['dark', 'light'] as const) {
      await person.page.emulateMedia({ colorScheme });
      await person.picture([name, device, colorScheme].filter(Boolean).join('-'));
      found.push(...(await violations(person, colorScheme)));
    }
  }
  expect(found).toEqual([]);
}
