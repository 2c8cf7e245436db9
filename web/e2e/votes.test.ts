import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import type { Caller } from './caller';
import { type Person, SIZES } from './person';
import { hasBrowser, Room } from './room';

const ELECTION = 'Bầu Ban Kiểm phiếu của kỳ họp';
const LONG = 'Bầu đại biểu tham dự hội nghị toàn quốc';
const CANDIDATES = ['Nguyễn Văn An', 'Trần Thị Bích', 'Lê Quang Cường', 'Phạm Thu Dung', 'Vũ Đức Em'];
const PRESET = 'Bầu từ danh sách: người trúng cử phải được quá nửa số phiếu hợp lệ';
const SECRET = 'Bỏ phiếu tín nhiệm Phó Chủ tịch';
const PAPER = { paper: 'p1', text: 'Nhất trí với báo cáo.' };

let room: Room;
let lead: Caller;
let others: Caller[];
let chair: Person;
let first: Person;
let phone: Person;
let wall: Person;
let elsewhere: Person;

/** An election from the form to the wall, its repetition, and a long ballot that others' events leave alone. */
describe.skipIf(!hasBrowser)('elections', () => {
  beforeAll(enter);
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('the chair writes an election: a usual rule, a pasted list, its sentence', async () => {
    await chair.choose('Biểu quyết');
    await chair.press('Soạn biểu quyết');
    const dialog = chair.page.getByRole('dialog');
    await chair.write('Nội dung biểu quyết', ELECTION, dialog);
    await dialog
      .getByLabel('Cách tính thông qua thường dùng', { exact: true })
      .selectOption({ label: PRESET });
    const pasted = CANDIDATES.map((name, place) => `${place + 1}. ${name}`).join('\n');
    await chair.write('Danh sách để chọn', pasted, dialog);
    await chair.write('Chọn nhiều nhất', '2', dialog);
    await chair.write('Số người trúng', '2', dialog);
    await chair.sees(/Chọn từ 1 đến 2 trong 5; 2 người nhiều phiếu nhất trúng cử/, dialog);
    await dialog.getByText('Tuỳ chỉnh').click();
    await chair.sees(/Bỏ phiếu kín\./, dialog.getByRole('status'));
    await dialog.getByLabel('Công khai hay kín', { exact: true }).selectOption('open');
    await look(chair, 'votes-form');
    await chair.press('Lưu biểu quyết', dialog);
    await dialog.waitFor({ state: 'detached' });
    await chair.sees(/^Sẵn sàng \d+\/12$/, chair.region(ELECTION));
    await chair.press(`Thông báo trước cho mọi người biểu quyết “${ELECTION}”`);
    await first.page.locator('.room-now').getByRole('button', { name: 'Sắp biểu quyết (1)' }).press('Enter');
    const told = first.region(`Sắp biểu quyết: ${ELECTION}`);
    await first.sees(/Chọn từ 1 đến 2 trong 5; 2 người nhiều phiếu nhất trúng cử/, told);
    await told.getByText('Cách tính đầy đủ').click();
    await first.sees('Chỉ mở được khi có mặt ít nhất 2/3 đại biểu được triệu tập.', told);
    await look(first, 'votes-announced');
    await look(chair, 'votes-prepared');
    await open(ELECTION);
    await told.waitFor({ state: 'detached' });
  });

  test('a delegate chooses two by keyboard; a third is refused in words; the ballot is recorded and changed', async () => {
    const card = first.region('Biểu quyết');
    const box = (name: string) => card.getByRole('checkbox', { name });
    await box(CANDIDATES[0]!).focus();
    await first.page.keyboard.press('Space');
    await first.page.keyboard.press('Tab');
    await first.page.keyboard.press('Space');
    await first.sees('Đã chọn 2/2', card);
    await box(CANDIDATES[2]!).click();
    await first.sees(/^Đã chọn đủ 2\./, card);
    expect(await box(CANDIDATES[2]!).isChecked()).toBe(false);
    await first.press('Gửi phiếu', card);
    await first.sees(new RegExp(`^Đã ghi nhận: ${CANDIDATES[0]}, ${CANDIDATES[1]} · `), card);
    await box(CANDIDATES[1]!).click();
    await first.press('Gửi phiếu đã đổi', card);
    await first.sees(new RegExp(`^Đã ghi nhận: ${CANDIDATES[0]} · `), card);
    await look(first, 'votes-election');
  });

  test('closed and published: who is elected stands on tablets and on the wall', async () => {
    const [vote, record] = await openVote();
    const [an, bich, cuong] = record.options.map(option => option.id);
    for (const caller of others.slice(0, 6)) {
      await caller.send({ type: 'ballot.cast', vote, picks: [an!, bich!] });
    }
    await others[6]!.send({ type: 'ballot.cast', vote, picks: [cuong!] });
    await others[7]!.send({ type: 'ballot.cast', vote });
    await chair.sees('Chưa bỏ phiếu (3)');
    await settle('Đóng biểu quyết', ELECTION);
    await settle('Công bố kết quả', ELECTION);
    for (const person of [first, chair]) {
      await person.sees('Trúng 2/2');
      await person.sees('9 phiếu đã bỏ, 1 phiếu trắng');
    }
    await wall.sees('Trúng 2/2');
    await look(first, 'votes-elected');
    await look(chair, 'votes-elected-chair');
    await look(wall, 'votes-elected-wall');
  });

  test('repeated: the former one is void with its reason, the new one waits', async () => {
    const reason = 'Danh sách ghi thiếu một người ứng cử.';
    await chair.press('Biểu quyết lại', chair.region(ELECTION));
    const dialog = chair.page.getByRole('dialog');
    await chair.write('Lý do', reason, dialog);
    await chair.press('Biểu quyết lại', dialog);
    await dialog.waitFor({ state: 'detached' });
    await first.sees(`Lý do: ${reason}`);
    await first.sees('Biểu quyết đã huỷ');
    const fresh = chair.region(ELECTION).first();
    await chair.sees('Biểu quyết lại', fresh);
    await look(first, 'votes-void');
    await look(chair, 'votes-void-chair');
  });

  test('two hundred events of others leave a ballot of 25 candidates as it is', async () => {
    const options = Array.from({ length: 25 }, (_, place) => ({
      id: `o${place}`,
      label: `Người ứng cử ${place + 1}, Phó Giám đốc Sở Nông nghiệp và Môi trường`,
    }));
    const rule = { method: 'list', base: 'valid', least: 3, most: 5, seats: 5 } as const;
    await lead.send({ type: 'vote.prepare', vote: 'long', item: 'i1', question: LONG, rule, options });
    await lead.send({ type: 'vote.open', vote: 'long' });
    await phone.press('Bỏ phiếu');
    await phone.press('Mở lá phiếu');
    const page = phone.page.getByRole('dialog');
    const box = (place: number) => page.getByRole('checkbox', { name: options[place]!.label });
    for (const place of [0, 12, 24]) {
      await box(place).click();
    }
    await box(12).focus();
    const before = await standing(phone);
    await disturb(200);
    await phone.sees('10/12 đã bỏ phiếu');
    await expect.poll(() => standing(phone)).toEqual(before);
    expect(before).toMatchObject({ checked: ['0', '12', '24'], focused: '12' });
    await look(phone, 'votes-long-phone');
    await phone.press('Gửi phiếu', page);
    await page.waitFor({ state: 'detached' });
    await phone.sees(/^Đã ghi nhận: Người ứng cử 1, /);
    await first.press('Mở lá phiếu');
    await look(first, 'votes-long-tablet');
    await outlivesTurns(first, options[3]!.label);
    await saysWhatIsLost(first, options[3]!.label);
    await first.press('Đổi lá phiếu');
    await first.press('Gửi phiếu trắng', first.page.getByRole('dialog'));
    await expect.poll(() => first.page.getByRole('dialog').count()).toBe(2);
    await lead.send({ type: 'vote.close', vote: 'long' });
    await expect.poll(() => first.page.getByRole('dialog').count()).toBe(0);
    await lead.send({ type: 'vote.publish', vote: 'long' });
  });

  test('a secret vote from the form: sealed under a code, recorded, known elsewhere without its choice', async () => {
    await chair.press('Soạn biểu quyết');
    const dialog = chair.page.getByRole('dialog');
    await chair.write('Nội dung biểu quyết', SECRET, dialog);
    await dialog.getByText('Tuỳ chỉnh').click();
    await dialog.getByLabel('Công khai hay kín', { exact: true }).selectOption('secret');
    await chair.sees(/Bỏ phiếu kín\./, dialog.getByRole('status'));
    await look(chair, 'votes-secret-form');
    await chair.press('Lưu biểu quyết', dialog);
    await dialog.waitFor({ state: 'detached' });
    await open(SECRET);
    await first.sees(/^Bỏ phiếu kín: chỉ ghi ai đã bỏ phiếu/);
    await first.press('Đồng ý', first.region('Biểu quyết'));
    await first.sees(/^Đã ghi nhận: Đồng ý · /);
    expect(await codeOn(first)).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);
    await first.press('Chép mã');
    await first.sees(/^Đã chép mã|^Không chép được/);
    await look(first, 'votes-secret-code');
    await phone.press('Không đồng ý', phone.region('Biểu quyết'));
    await phone.sees(/^Đã ghi nhận: Không đồng ý · /);
    expect(await codeOn(phone)).not.toBe(await codeOn(first));
    await look(phone, 'votes-secret-code-phone');
    elsewhere = await room.seated('daibieu1');
    await elsewhere.sees(/^Đã ghi nhận phiếu kín · /);
    expect(await elsewhere.text()).not.toContain('Mã phiếu của đại biểu');
    await first.page.reload();
    await first.sees(/^Đã ghi nhận: Đồng ý · /);
  });

  test('closed and published: the own ballot is found by the code that the tablet kept, or by typing it', async () => {
    const code = await codeOn(first);
    await settle('Đóng biểu quyết', SECRET);
    await first.sees(/^Đã ghi nhận phiếu kín · /);
    await settle('Công bố kết quả', SECRET);
    const found = first.region(`Tìm lá phiếu của tôi: ${SECRET}`);
    await first.press('Tìm lá phiếu của tôi', found);
    await first.sees('Lá phiếu mang mã này', found);
    expect(await found.locator('.found-ballot').innerText()).toBe(`Lá phiếu mang mã này: ${code}\nĐồng ý`);
    await found.getByText('Tất cả lá phiếu (2)').click();
    await expect.poll(() => found.getByRole('listitem').count()).toBe(2);
    await look(first, 'votes-secret-found');
    await first.press('Đóng danh sách lá phiếu', found);
    await found.locator('.found-ballot').waitFor({ state: 'detached' });
    await elsewhere.press('Tìm lá phiếu của tôi');
    await elsewhere.write('Nhập mã phiếu đã ghi lại', 'không phải mã');
    await elsewhere.sees('Không có lá phiếu mang mã này. Xin xem lại mã.');
    await elsewhere.write('Nhập mã phiếu đã ghi lại', code.toLowerCase().replaceAll('-', ' '));
    await elsewhere.sees(code);
    await phone.press('Tìm lá phiếu của tôi');
    await phone.sees('Lá phiếu mang mã này');
    await look(phone, 'votes-secret-found-phone');
    const bar = phone.page.locator('.phone-bar');
    await bar.getByRole('button', { name: 'Phát biểu' }).click();
    await bar.getByRole('button', { name: 'Biểu quyết' }).click();
    await phone.button('Tìm lá phiếu của tôi').waitFor();
    expect(await phone.page.locator('.found-ballot').count()).toBe(0);
  });
});

async function enter(): Promise<void> {
  room = await Room.open();
  lead = await room.caller('chutri');
  await lead.send({ type: 'meeting.start' });
  others = [];
  for (let number = 1; number <= 12; number += 1) {
    const caller = await room.caller(`daibieu${number}`);
    await caller.send({ type: 'attendance.check-in' });
    others.push(caller);
  }
  chair = await room.seated('chutri');
  first = await room.seated('daibieu1');
  phone = await room.seated('daibieu2', 'phone');
  wall = await room.wall();
  others = others.slice(2);
}

async function open(question: string): Promise<void> {
  await chair.decide('Mở biểu quyết', `Mở biểu quyết “${question}”?`, undefined, chair.region(question));
}

/** The page of a ballot, with what is marked on it and what it asks, stays when the tablet is turned. */
async function outlivesTurns(person: Person, option: string): Promise<void> {
  const ballot = person.page.getByRole('dialog', { name: LONG });
  const question = person.page.getByRole('dialog', { name: 'Gửi phiếu trắng?' });
  await person.press('Gửi phiếu trắng', ballot);
  for (const turned of ['upright', 'tablet'] as const) {
    await person.page.setViewportSize(SIZES[turned]);
    await person.page.locator(turned === 'upright' ? '.room-tall' : '.room-wide').waitFor();
    await question.waitFor();
  }
  await person.press('Huỷ', question);
  await ballot.getByRole('checkbox', { name: option }).click();
  await person.page.setViewportSize(SIZES.upright);
  await person.page.locator('.room-tall').waitFor();
  await expect.poll(() => ballot.getByRole('checkbox', { name: option }).isChecked()).toBe(true);
  await person.page.setViewportSize(SIZES.tablet);
}

/** A ballot that did not arrive keeps its page open, which says so and sends it again. */
async function saysWhatIsLost(person: Person, option: string): Promise<void> {
  const ballot = person.page.getByRole('dialog', { name: LONG });
  const question = person.page.getByRole('dialog', { name: 'Gửi phiếu trắng?' });
  await person.page.locator('.room-wide').waitFor();
  await ballot.getByRole('checkbox', { name: option }).click();
  await person.page.route('**/commands', route => route.abort('internetdisconnected'), { times: 1 });
  await person.press('Gửi phiếu trắng', ballot);
  await person.press('Gửi phiếu trắng', question);
  await question.waitFor({ state: 'detached' });
  await person.sees(/^Phiếu chưa được ghi nhận vì mất kết nối/, ballot);
  await look(person, 'votes-long-lost');
  await person.press('Gửi lại phiếu', ballot);
  await ballot.waitFor({ state: 'detached' });
  await person.sees(/^Đã ghi nhận: phiếu trắng/);
}

async function settle(act: string, question: string): Promise<void> {
  await chair.decide(act, `${act} “${question}”?`, undefined, chair.region(question));
}

/** The code of the own secret ballot, as it stands there to be noted down. */
function codeOn(person: Person): Promise<string> {
  return person.region('Mã phiếu của đại biểu').locator('code').innerText();
}

interface OpenVote {
  state: string;
  options: { id: string; label: string }[];
}

async function openVote(): Promise<[string, OpenVote]> {
  const { records } = await lead.get<{ records: { vote: Record<string, OpenVote> } }>('/api/streams/m1');
  return Object.entries(records.vote).find(([, vote]) => vote.state === 'open')!;
}

/**
 * Comments, ballots and changed ballots of other people; each is an event that reaches every tablet. The tenth of them
 * votes at the very end: who sees ten ballots has seen everything.
 */
async function disturb(count: number): Promise<void> {
  for (let done = 0; done < count; done += others.length) {
    const last = done + others.length >= count;
    await Promise.all(
      others.map((caller, place) =>
        (done / others.length) % 2 && (place < 9 || last)
          ? caller.send({ type: 'ballot.cast', vote: 'long', picks: ['o1', 'o2', `o${3 + (done % 7)}`] })
          : caller.send({ type: 'comment.add', comment: `c${done}-${place}`, ...PAPER }),
      ),
    );
  }
}

/** What a half-filled ballot looks like: its marks, the focus, and how far it is scrolled. */
function standing({ page }: Person): Promise<{ checked: string[]; focused: string; scrolled: number }> {
  return page.getByRole('dialog').evaluate(dialog => {
    const boxes = [...dialog.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    const place = (box: Element) => String(boxes.indexOf(box as HTMLInputElement));
    return {
      checked: boxes.filter(box => box.checked).map(place),
      focused: document.activeElement ? place(document.activeElement) : '',
      scrolled: dialog.scrollTop,
    };
  });
}

/** Pictures in light and dark, each under axe. */
async function look(person: Person, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    await person.picture(scheme === 'dark' ? `${name}-dark` : name);
    expect(await violations(person, scheme)).toEqual([]);
  }
}
