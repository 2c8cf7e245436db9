import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { KeptMeeting } from '../src/vault/meetings';
import { drawn } from '../test/paper/hand';
import { violations } from './axe';
import type { Caller } from './caller';
import { expectReadable, openPaper, turnTo } from './paper';
import type { Person } from './person';
import { hasBrowser, Room } from './room';
import { ALL_KEPT, everythingKept, meetingKept, namesKept, programStored } from './vault';

const PAPER = 'Báo cáo số 345/BC-UBND';
const WORDS = 'Đề án 06';
/** The packet's last paper: over a slow link it is long before its turn to be fetched ahead comes. */
const LAST = 'Dự thảo Nghị quyết';
const COMMENT = 'Đề nghị làm rõ nguồn kinh phí, viết khi máy chủ đã tắt.';
const LATIN = 'reserved words for the search of bytes';
const OFFLINE = /^Đang đọc ngoại tuyến\. Nội dung của cuộc họp lúc/;

const TIME = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Ho_Chi_Minh' } as const;

let room: Room;
let chair: Caller;
let secretary: Caller;

/** Reading without the server, on real https with the office's own authority. */
describe.skipIf(!hasBrowser)('offline', () => {
  beforeAll(async () => {
    room = await Room.openSafe();
    chair = await room.caller('chutri');
    secretary = await room.caller('thuky');
    await chair.send({ type: 'meeting.start' });
    for (let number = 1; number <= 12; number += 1) {
      await (await room.caller(`daibieu${number}`)).send({ type: 'attendance.check-in' });
    }
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('the packet comes to the tablet by itself, and none of its words lies open there', async () => {
    const first = await keeping('daibieu1');
    await comment(first, `${COMMENT} ${LATIN}`);
    await expect.poll(() => meetingKept(first, 'm1')).toContain(LATIN);
    const kept = await everythingKept(first);
    expect(kept.length).toBeGreaterThan(100_000);
    for (const words of [PAPER, 'Sơ kết 6 tháng', LATIN, '%PDF', 'Đề nghị làm rõ']) {
      expect(kept.includes(words), words).toBe(false);
    }
    expect(kept).toContain('key, extractable: false');
    expect(kept).not.toMatch(/\/api\//);
  });

  test('the server is off and the tablet starts cold: the packet is read, acts wait, a vote is refused', async () => {
    const before = await keeping('daibieu2');
    await (await room.caller('chutri')).send({ type: 'vote.open', vote: 'v1' });
    await before.sees('Đồng ý');
    await openPaper(before, PAPER);
    await expect.poll(() => stateKept(before, 'v1')).toBe('open');
    await room.server.stop();
    await before.sees(/Mất kết nối/);
    await comment(before, COMMENT);
    await before.sees('Chưa gửi: đang chờ mạng');

    const second = await room.coldStart(before);
    await second.sees(/^Đang đọc ngoại tuyến\. Danh sách lúc/);
    await second.sees(ALL_KEPT);
    await second.picture('offline-home');
    await second.page.getByRole('link', { name: 'Vào phòng họp' }).click();
    await second.sees(OFFLINE);
    await second.sees(/[12] mục chưa gửi: đang chờ mạng/); // the comment, and how far was read where that was not sent yet
    await second.sees(/^Không biểu quyết được khi mất mạng/);
    expect(await second.button('Đồng ý', second.region('Biểu quyết')).count()).toBe(0);
    await openPaper(second, PAPER);
    await expectReadable(second, WORDS);
    await second.sees(COMMENT);
    await second.picture('offline-room');
    for (const scheme of ['light', 'dark'] as const) {
      await second.page.emulateMedia({ colorScheme: scheme });
      expect(await violations(second, scheme)).toEqual([]);
    }
    await second.page.emulateMedia({ colorScheme: 'light' });
    await turnTo(second, 3);
    await drawn(second.page, 3);
    await second.markPage();

    await room.server.start();
    await second.noLongerSees(OFFLINE);
    await second.noLongerSees('Chưa gửi: đang chờ mạng');
    expect(await second.samePage()).toBe(true);
    const sent = await commentsOf(secretary);
    expect(sent.filter(text => text === COMMENT)).toHaveLength(1);
    const own = await room.caller('daibieu2');
    const { version } = await paperOf(secretary, PAPER);
    await expect.poll(() => placeOf(own, version)).toMatchObject({ page: 3 });
    await second.press('Đồng ý', second.region('Biểu quyết'));
    await second.sees(/^Đã ghi nhận: Đồng ý/);
    await chair.send({ type: 'vote.close', vote: 'v1' });
    await chair.send({ type: 'vote.publish', vote: 'v1' });
  });

  test('a black hole instead of a server does not keep anybody from reading', async () => {
    const before = await keeping('daibieu3');
    room.server.freeze();
    try {
      const third = await room.coldStart(before, '/#/meeting/m1');
      await third.sees(OFFLINE);
      await openPaper(third, PAPER);
      await expectReadable(third, WORDS);
      await third.markPage();
    } finally {
      room.server.thaw();
    }
    const third = room.people.at(-1)!;
    await third.noLongerSees(OFFLINE);
    expect(await third.samePage()).toBe(true);
  });

  test('a paper that is recalled while the tablet is away goes as soon as it is back', async () => {
    const fourth = await keeping('daibieu4');
    const paper = await paperOf(secretary, PAPER);
    expect((await namesKept(fourth)).keys).toContain(`paper/m1/${paper.version}`);
    await fourth.context.setOffline(true);
    await fourth.sees(/^Mất kết nối/);
    await secretary.send({ type: 'paper.recall', paper: paper.id, reason: 'Có bản thay thế.' });
    await openPaper(fourth, PAPER);
    await fourth.context.setOffline(false);
    await fourth.connected();
    await fourth.sees(/^Thư ký đã thu hồi .* Lý do: Có bản thay thế/);
    await expect.poll(async () => (await namesKept(fourth)).keys).not.toContain(`paper/m1/${paper.version}`);
    const cells = async () => (await namesKept(fourth)).cells.filter(name => name.includes(paper.version));
    await expect.poll(cells).toEqual([]);
    await secretary.send({ type: 'paper.publish', papers: [paper.id] });
  });

  test('signing out takes everything from the tablet, in every tab, with and without the server', async () => {
    const fifth = await keeping('daibieu5');
    const tab = await room.anotherTab(fifth);
    await tab.region('Cuộc họp gần nhất').waitFor();
    await fifth.context.setOffline(true);
    await fifth.sees(/^Mất kết nối, đang thử lại/);
    await fifth.page.getByRole('button', { name: 'Mục khác' }).click();
    await fifth.press('Đăng xuất');
    await fifth.sees('Mật khẩu');
    await tab.sees('Mật khẩu');
    await expect.poll(() => namesKept(fifth)).toEqual({ keys: [], cells: [] });
    expect(await everythingKept(fifth)).not.toContain('daibieu5');
    const again = await room.coldStart(tab);
    await again.sees('Mật khẩu');
    await again.context.setOffline(false);
    await again.page.reload();
    await again.sees('Mật khẩu');
    const asked = () => again.page.evaluate(async () => (await fetch('/api/me')).status);
    await expect.poll(asked).toBe(401);
  });

  test('a lost tablet is wiped when its person gets a new password', async () => {
    const sixth = await keeping('daibieu6');
    const administrator = await room.caller('quantri');
    const answer = administrator.post(`/api/users/${(await room.caller('daibieu6')).user}/password`, {
      password: 'mat-khau-moi-2026',
    });
    await answer.catch(() => undefined); // 204 has no body
    await sixth.sees('Phiên làm việc đã kết thúc. Hãy đăng nhập lại.');
    await expect.poll(() => namesKept(sixth)).toEqual({ keys: [], cells: [] });
  });
});

describe.skipIf(!hasBrowser)('offline, and back', () => {
  beforeAll(async () => {
    room = await Room.openSafe();
    chair = await room.caller('chutri');
    secretary = await room.caller('thuky');
    await chair.send({ type: 'meeting.start' });
  });
  afterAll(() => room?.close());
  afterEach(({ task }) => room.afterTest(task.result?.state));

  test('two devices of one person write, one of them without a network: both have both, once', async () => {
    const away = await keeping('daibieu3');
    const here = await room.seated('daibieu3');
    await openPaper(away, PAPER);
    await away.context.setOffline(true);
    await comment(away, 'Viết khi mất mạng.');
    await comment(here, 'Viết khi có mạng.');
    await away.context.setOffline(false);
    for (const person of [away, here]) {
      await person.connected();
      await person.sees('Viết khi mất mạng.');
      await person.sees('Viết khi có mạng.');
      await person.noLongerSees('Chưa gửi: đang chờ mạng');
    }
    const sent = (await commentsOf(secretary)).filter(text => text.startsWith('Viết khi'));
    expect(sent.sort()).toEqual(['Viết khi có mạng.', 'Viết khi mất mạng.']);
  });

  test('a full tablet says so, reads from the server, and keeps everything once there is room', async () => {
    const person = await room.device('daibieu7', 'tablet');
    const hand = await person.context.newCDPSession(person.page);
    const quota = { origin: room.server.address };
    let fill = () => {};
    const full = new Promise<void>(resolve => {
      fill = resolve;
    });
    await person.page.route('**/api/versions/**', route => full.then(() => route.continue()));
    await person.signIn(room.password);
    // Only now: a page that opens takes the place, and the quota, of the empty one before it.
    await hand.send('Storage.overrideQuotaForOrigin', { ...quota, quotaSize: 500_000 });
    fill();
    await person.enterMeeting();
    await person.sees(/^Máy hết chỗ lưu: đã giữ \d+\/\d+ tài liệu/);
    await openPaper(person, PAPER);
    await expectReadable(person, WORDS);
    await hand.send('Storage.overrideQuotaForOrigin', quota);
    await person.context.setOffline(true);
    await person.sees(/^Mất kết nối/);
    await person.context.setOffline(false);
    await person.sees(ALL_KEPT);
  });

  test('over a slow link the paper that is opened comes before all that is fetched ahead', async () => {
    const person = await room.device('daibieu8', 'tablet');
    const hand = await person.context.newCDPSession(person.page);
    await hand.send('Network.enable');
    const slow = { latency: 300, downloadThroughput: 50_000, uploadThroughput: 50_000, packetLoss: 2 };
    await hand.send('Network.emulateNetworkConditions', { offline: false, ...slow });
    const asked: [path: string, ahead: boolean][] = [];
    person.page.on('request', request => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/versions/')) {
        asked.push([pathname, request.headers()['x-prefetch'] !== undefined]);
      }
    });
    await person.signIn(room.password);
    await person.enterMeeting();
    await expect.poll(() => asked.some(([, ahead]) => ahead)).toBe(true);
    const { version } = await paperOf(secretary, LAST);
    const opened = `/api/versions/${version}/reading`;
    person.page.on('requestfinished', request => {
      if (request.url().endsWith(opened) && !request.headers()['x-prefetch']) {
        asked.push(['whole', false]);
      }
    });
    await openPaper(person, LAST);
    await expect.poll(() => asked.some(([path]) => path === 'whole')).toBe(true);
    const from = asked.findIndex(([path, ahead]) => path === opened && !ahead);
    const to = asked.findIndex(([path]) => path === 'whole');
    expect(asked.slice(from, to).filter(([, ahead]) => ahead)).toEqual([]);
    await expectReadable(person, 'NGHỊ QUYẾT');
    await hand.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await person.sees(ALL_KEPT);
  });

  test('a tablet that slept for an hour catches up without a reload', async () => {
    const person = await room.device('daibieu4', 'tablet');
    await person.page.clock.install();
    await person.page.reload();
    await person.signIn(room.password);
    await person.enterMeeting();
    await person.context.setOffline(true);
    await chair.send({ type: 'agenda.go', item: 'i2' });
    await person.page.clock.fastForward('01:00:00');
    await person.context.setOffline(false);
    await person.connected();
    await person.sees(/^Nội dung 2:/);
    expect(await person.samePage()).toBe(true);
    const agrees = async () => {
      const clock = await person.page.locator('.top-bar-clock').innerText();
      return [0, 60_000].some(ago => new Date(Date.now() - ago).toLocaleTimeString('vi', TIME) === clock);
    };
    await expect.poll(agrees).toBe(true);
  });
});

/** Signed in, in the meeting, with the whole packet and the program on the tablet. */
async function keeping(login: string): Promise<Person> {
  const person = await room.seated(login);
  await programStored(person);
  await person.sees(ALL_KEPT);
  return person;
}

async function comment(person: Person, text: string): Promise<void> {
  await openPaper(person, PAPER);
  await person.choose('Ý kiến');
  await person.write('Ý kiến của đại biểu', text);
  await person.press('Gửi ý kiến');
  await person.sees(text);
}

interface Shown {
  records: {
    paper: Record<string, { title: string; version: string }>;
    comment?: Record<string, { text: string }>;
    reading_place?: Record<string, { page: number }>;
  };
}

/** Where this person has left the version, as his other tablets are told. */
async function placeOf(caller: Caller, version: string): Promise<unknown> {
  const { records } = await caller.get<Shown>('/api/streams/m1');
  return records.reading_place?.[`${version}.${caller.user}`];
}

/** Of a vote, as the tablet keeps it. */
async function stateKept(person: Person, vote: string): Promise<string | undefined> {
  const kept = JSON.parse((await meetingKept(person, 'm1')) || '{}') as Partial<KeptMeeting>;
  return (kept.records?.vote?.[vote] as { state: string } | undefined)?.state;
}

async function commentsOf(caller: Caller): Promise<string[]> {
  const { records } = await caller.get<Shown>('/api/streams/m1');
  return Object.values(records.comment ?? {}).map(({ text }) => text);
}

async function paperOf(caller: Caller, title: string): Promise<{ id: string; version: string }> {
  const { records } = await caller.get<Shown>('/api/streams/m1');
  const [id, paper] = Object.entries(records.paper).find(([, row]) => row.title.includes(title))!;
  return { id, version: paper.version };
}
