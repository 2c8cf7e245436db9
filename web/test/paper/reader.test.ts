import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { NewMark, NoteMark } from '../../src/paper/types';
import { drawn, fingerDrag, fingerTap, mouseDrag, penDrag, pinch, settled, wordAt } from './hand';
import { leavesOf, PASSAGE, printPacket, scan } from './packet';
import { browserPath, launch, Stage } from './stage';

/** A busy machine draws slowly; nothing here depends on how fast. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const PAGES = 30;
const chromium = browserPath();
const inBrowser = test.skipIf(!chromium);
if (!chromium) {
  console.warn('No chromium is installed: the reader is NOT tested in a browser.');
}

let browser: Browser;
let stage: Stage;
let tab: Page;
let complaints: string[];

beforeAll(async () => {
  if (chromium) {
    browser = await launch(chromium);
    stage = await Stage.open();
    const packet = await printPacket(browser, PAGES);
    for (const name of ['packet', 'second', 'third', 'fourth']) {
      stage.papers.set(`/papers/${name}`, packet);
    }
  }
});

afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

beforeEach(async () => {
  stage?.mend();
  stage?.refusals.clear();
  if (chromium) {
    tab = await browser.newPage({
      viewport: { width: 820, height: 1100 },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    complaints = [];
    tab.on('console', line => line.type() === 'error' && complaints.push(line.text()));
    tab.on('pageerror', problem => complaints.push(problem.message));
  }
});

afterEach(() => tab?.close());

async function open(search = ''): Promise<void> {
  await tab.goto(`${stage.address}/${search}`);
  await drawn(tab, Number(/page=(\d+)/.exec(search)?.[1] ?? 1));
}

async function mark(): Promise<NewMark[]> {
  return tab.evaluate(() => window.stage.marks);
}

async function lastMark(count = 1): Promise<NewMark> {
  await tab.waitForFunction(wanted => window.stage.marks.length === wanted, count);
  return (await mark()).at(-1)!;
}

function markMode(): Promise<void> {
  return tab.evaluate(() => window.stage.reader.update({ mode: 'mark' }));
}

function scrollTop(): Promise<number> {
  return tab.evaluate(() => document.querySelector('.paper-frame')!.scrollTop);
}

const note = (more: Partial<NoteMark>): NoteMark => ({
  id: 'n1',
  page: 1,
  quads: [[600, 800, 3000, 1000]],
  colour: 'yellow',
  own: true,
  shared: false,
  pending: false,
  label: 'Ghi chú của tôi',
  ...more,
});

inBrowser('thirty pages scroll by under a strict policy with at most five pictures alive', async () => {
  await open();
  let most = 0;
  for (let step = 0; step < 3 * PAGES; step += 1) {
    await tab.mouse.move(400, 500);
    await tab.mouse.wheel(0, 420);
    most = Math.max(most, await tab.evaluate(() => document.querySelectorAll('.paper-page canvas').length));
  }
  await drawn(tab, PAGES);
  const reported = (at: number) => tab.evaluate(place => window.stage.pages.at(place), at);
  expect(most).toBeLessThanOrEqual(5);
  expect(await reported(0)).toEqual([1, PAGES]);
  await expect.poll(() => reported(-1)).toEqual([PAGES, PAGES]);
  expect(await tab.getAttribute('.paper-page[data-page="3"]', 'aria-label')).toBe(`Trang 3/${PAGES}`);
  expect(complaints).toEqual([]);
});

inBrowser(
  'a paper opens at its page, and a jump arrives, though the sheet is laid out on the way',
  async () => {
    await tab.emulateMedia({ reducedMotion: 'no-preference' });
    await open('?page=3');
    const page = () => tab.evaluate(() => window.stage.pages.at(-1)![0]);
    await expect.poll(page).toBe(3);
    await tab.evaluate(() => window.stage.reader.goTo(5));
    await tab.setViewportSize({ width: 800, height: 1100 });
    await expect.poll(page).toBe(5);
  },
);

inBrowser('lying pages are shown whole and in their own shape', async () => {
  await open('?page=7');
  const box = (await tab.locator('.paper-page[data-page="7"]').boundingBox())!;
  expect(box.width / box.height).toBeCloseTo(297 / 210, 1);
  expect(box.width).toBeLessThanOrEqual(820);
});

inBrowser('the mouse marks whole words over two lines, with quads where the words are', async () => {
  await open();
  await markMode();
  const [from, to] = [await wordAt(tab, 1, 'Tỷ lệ'), await wordAt(tab, 1, 'Các đơn')];
  await mouseDrag(tab, from, to);
  const made = await lastMark();
  expect(made.exact.replace(/\s+/g, ' ')).toMatch(/^Tỷ lệ hồ sơ .* năm trước\. Các$/);
  expect(made.end - made.start).toBe(made.exact.length);
  expect(made.prefix.trimEnd().endsWith('thực hiện.')).toBe(true);
  expect(made.suffix.trimStart().startsWith('đơn vị')).toBe(true);
  const page = (await tab.locator('.paper-page[data-page="1"]').boundingBox())!;
  const [left, top, , bottom] = made.quads[0]!;
  const scale = page.width / 5950;
  expect(Math.abs(page.x + left * scale - from.x)).toBeLessThan(14);
  expect(page.y + top * scale).toBeLessThan(from.y);
  expect(page.y + bottom * scale).toBeGreaterThan(from.y);
});

inBrowser('a finger marks in mark mode and scrolls in read mode', async () => {
  await open();
  const hand = await tab.context().newCDPSession(tab);
  await fingerDrag(hand, { x: 400, y: 900 }, { x: 400, y: 300 });
  await expect.poll(scrollTop).toBeGreaterThan(100);
  expect(await mark()).toEqual([]);
  await open();
  await markMode();
  const top = await scrollTop();
  await fingerDrag(hand, await wordAt(tab, 1, 'khẩn'), await wordAt(tab, 1, 'trương'));
  expect((await lastMark()).exact).toBe('khẩn trương');
  expect(await scrollTop()).toBe(top);
});

inBrowser('a pen marks as a finger does', async () => {
  await open();
  await markMode();
  const hand = await tab.context().newCDPSession(tab);
  await penDrag(hand, await wordAt(tab, 1, 'Giao'), await wordAt(tab, 1, 'Công nghệ'));
  expect((await lastMark()).exact.replace(/\s+/g, ' ')).toBe('Giao Sở Khoa học và Công');
});

inBrowser('two taps mark without any drag, and say what comes next', async () => {
  await open();
  await markMode();
  const hand = await tab.context().newCDPSession(tab);
  await fingerTap(hand, await wordAt(tab, 1, 'dữ liệu'));
  await tab.waitForFunction(() => document.querySelector('.paper-hint')?.textContent?.includes('từ cuối'));
  expect(await mark()).toEqual([]);
  await fingerTap(hand, await wordAt(tab, 1, 'cư.'));
  expect((await lastMark()).exact).toBe('dữ liệu dân cư.');
});

inBrowser('a passage to be shown is lit, in sight and announced', async () => {
  await open();
  const said = await tab.evaluate(() => {
    window.stage.reader.goTo(12, [[567, 4000, 4000, 4200]]);
    return document.querySelector('.paper-hint[aria-live="polite"]')?.textContent;
  });
  expect(said).toContain('trang 12');
  await drawn(tab, 12);
  const lit = tab.locator('.paper-page[data-page="12"] .paper-lit rect').first();
  await expect.poll(async () => (await lit.boundingBox())?.y ?? -1).toBeGreaterThan(100);
  await expect.poll(async () => (await lit.boundingBox())!.y).toBeLessThan(700);
  expect(await tab.textContent('.paper-page[data-page="12"] .textLayer')).toContain(PASSAGE.slice(0, 30));
  await tab.evaluate(() =>
    window.stage.reader.update({ lit: [{ page: 2, quads: [[567, 900, 900, 1000]] }] }),
  );
  await drawn(tab, 2);
  await expect.poll(() => tab.locator('.paper-page[data-page="12"] .paper-lit rect').count()).toBe(0);
});

inBrowser('notes answer to a tap and to the keyboard, and others’ notes look different', async () => {
  await open();
  const others = note({
    id: 'n2',
    quads: [[600, 2000, 3000, 2200]],
    own: false,
    label: 'Ghi chú của Trần Thị Bình',
  });
  await tab.evaluate(notes => window.stage.reader.update({ notes }), [note({}), others]);
  const strokes = await tab.$$eval('.paper-note', groups =>
    groups.map(group => getComputedStyle(group).stroke),
  );
  expect(strokes[0]).toBe('none');
  expect(strokes[1]).not.toBe('none');
  const page = (await tab.locator('.paper-page[data-page="1"]').boundingBox())!;
  const scale = page.width / 5950;
  const hand = await tab.context().newCDPSession(tab);
  await fingerTap(hand, { x: page.x + 1000 * scale, y: page.y + 2100 * scale });
  await tab.waitForFunction(() => window.stage.taps.length === 1);
  await tab.mouse.click(page.x + 4500 * scale, page.y + 2100 * scale);
  await tab.getByRole('button', { name: 'Ghi chú của tôi' }).press('Enter');
  expect(await tab.evaluate(() => window.stage.taps)).toEqual(['n2', 'n1']);
});

inBrowser('a scan is decoded under the strict policy, and says that it has no words to mark', async () => {
  stage.papers.set('/papers/scan', scan());
  await open('?url=/papers/scan');
  const colour = await tab.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.paper-page canvas')!;
    return [...canvas.getContext('2d')!.getImageData(100, 100, 1, 1).data];
  });
  expect(colour).toEqual([200, 30, 40, 255]);
  await markMode();
  await tab.mouse.click(300, 300);
  await tab.getByText('không có lớp chữ').waitFor();
  expect(complaints).toEqual([]);
});

inBrowser('a new version of the paper opens at the page that is being read', async () => {
  await open('?page=4');
  await tab.evaluate(() => window.stage.reader.update({ url: '/papers/second', version: '2' }));
  await drawn(tab, 4);
  await expect.poll(() => tab.evaluate(() => window.stage.pages.at(-1))).toEqual([4, PAGES]);
});

inBrowser('turning the tablet and zooming keep the place', async () => {
  await open('?page=9');
  const seen = () => tab.evaluate(() => window.stage.pages.at(-1)?.[0]);
  const wide = async () => (await tab.locator('.paper-page[data-page="9"]').boundingBox())!.width;
  await tab.setViewportSize({ width: 1180, height: 820 });
  await expect.poll(wide).toBeGreaterThan(820);
  await settled(tab, 9);
  await expect.poll(seen).toBe(9);
  const hand = await tab.context().newCDPSession(tab);
  await pinch(hand, { x: 500, y: 400 }, 100, 200);
  await expect.poll(wide).toBeGreaterThan(1500);
  await settled(tab, 9);
  await expect.poll(seen).toBe(9);
  await tab.evaluate(() => window.stage.reader.fit());
  await expect.poll(wide).toBeLessThan(1180);
  await settled(tab, 9);
  await expect.poll(seen).toBe(9);
});

inBrowser('a lost network offers another try, which goes on from where the download stopped', async () => {
  stage.breaks.set('/papers/packet', 20_000);
  const before = stage.asked.length;
  await tab.goto(stage.address);
  await tab.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
  stage.breakOff();
  const again = tab.getByRole('button', { name: 'Thử lại' });
  await again.waitFor();
  expect(await tab.getByRole('alert').textContent()).toContain('Mất kết nối');
  stage.mend();
  await again.click();
  await drawn(tab);
  await expect.poll(() => tab.getByRole('alert').count()).toBe(0);
  const starts = stage.asked.slice(before).map(line => Number(/bytes=(\d+)-$/.exec(line)?.[1] ?? 0));
  expect(starts[0]).toBe(0);
  expect(starts.at(-1)).toBeGreaterThan(0); // what was under way when the line broke may be lost
  expect(starts).toEqual([...starts].sort((one, other) => one - other));
});

inBrowser('a recalled paper shows the sentence of the server, a broken file says so', async () => {
  stage.refusals.set('/papers/packet', 'Tài liệu này đã được thu hồi.');
  await tab.goto(stage.address);
  await tab.getByRole('alert').getByText('Tài liệu này đã được thu hồi.').waitFor();
  expect(await tab.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
  stage.papers.set('/papers/broken', Buffer.from('không phải PDF'));
  await tab.evaluate(() => window.stage.reader.update({ url: '/papers/broken', version: 'b' }));
  await tab.getByRole('alert').getByText('Không mở được tài liệu này').waitFor();
});

inBrowser('switching between three papers fetches each once; a forgotten one is fetched anew', async () => {
  await open();
  const before = stage.asked.length;
  const show = async (name: string): Promise<void> => {
    await tab.evaluate(url => window.stage.reader.update({ url, version: url, page: 2 }), `/papers/${name}`);
    await drawn(tab, 2);
  };
  await tab.evaluate(() => window.stage.prefetch('/papers/second'));
  await show('second');
  await show('third');
  await show('packet');
  expect(stage.asked.slice(before)).toEqual(['/papers/second whole', '/papers/third whole']);
  await tab.evaluate(() => window.stage.forget('/papers/second'));
  await show('second');
  expect(stage.asked.slice(before)).toHaveLength(3);
});

inBrowser('a reader that is taken away stops its download and leaves nothing behind', async () => {
  await open();
  await tab.evaluate(() => window.stage.reader.destroy());
  expect(await tab.locator('#host > *').count()).toBe(0);
  expect(complaints).toEqual([]);
});

/** A scan with its recognised letters: where the words stand, in tenths of a point. */
const SCANNED = leavesOf([
  {
    width: 595,
    height: 842,
    text: 'Quyết định số 12\nGiao Sở Tài chính',
    words: [
      [0, 5, 600, 1000, 1000, 1200],
      [6, 10, 1050, 1000, 1350, 1200],
      [11, 13, 1400, 1000, 1550, 1200],
      [14, 16, 1600, 1000, 1750, 1200],
      [17, 21, 600, 1300, 950, 1500],
      [22, 24, 1000, 1300, 1150, 1500],
      [25, 28, 1200, 1300, 1450, 1500],
      [29, 34, 1500, 1300, 2000, 1500],
    ].flat(),
  },
]);

const SEARCHED = () =>
  new Promise<{ hits: number; words: string }>(resolve => {
    const stop = new AbortController();
    void window.stage.reader.search(
      'so tai',
      ({ hits, pages, done }) => {
        if (pages > 0 && done === pages) {
          window.stage.reader.showHit(hits[0] ?? null);
          resolve({ hits: hits.length, words: hits[0]?.context[1] ?? '' });
        }
      },
      stop.signal,
    );
  });

inBrowser('the letters recognised in a scan are found, lit where they stand, and marked', async () => {
  stage.papers.set('/api/versions/scan/reading', scan());
  stage.papers.set('/api/versions/scan/leaves', SCANNED);
  await open('?url=/api/versions/scan/reading');
  await expect.poll(() => tab.evaluate(SEARCHED)).toEqual({ hits: 1, words: 'Sở Tài' });
  const page = (await tab.locator('.paper-page').boundingBox())!;
  const scale = page.width / 5950;
  const lit = (await tab.locator('.paper-found .current').boundingBox())!;
  expect(lit.x).toBeCloseTo(page.x + 1000 * scale, -1);
  expect(lit.x + lit.width).toBeCloseTo(page.x + 1450 * scale, -1);
  expect(lit.y).toBeCloseTo(page.y + 1300 * scale, -1);
  await markMode();
  await mouseDrag(tab, await wordAt(tab, 1, 'định'), await wordAt(tab, 1, 'Giao'));
  const made = await lastMark();
  expect([made.exact, made.start, made.end]).toEqual(['định số 12\nGiao', 6, 21]);
  expect(made.quads).toHaveLength(2);
  expect(complaints).toEqual([]);
});

inBrowser('before the PDF is here its pages are laid out, shown small, and searched', async () => {
  const pages = Array.from({ length: PAGES }, (_, at) => ({
    width: 595,
    height: 842,
    text: `Sở Tài chính, trang ${at + 1}`,
  }));
  stage.papers.set('/api/versions/late/reading', stage.papers.get('/papers/packet')!);
  stage.papers.set('/api/versions/late/leaves', leavesOf(pages));
  stage.breaks.set('/api/versions/late/reading', 20_000);
  await tab.goto(`${stage.address}/?url=/api/versions/late/reading&page=7`);
  await tab.locator('.paper-page[data-page="7"] .paper-preview').waitFor();
  await expect.poll(() => tab.locator('.paper-preview').count()).toBe(PAGES);
  expect(await tab.evaluate(SEARCHED)).toEqual({ hits: PAGES, words: 'Sở Tài' });
  stage.breakOff();
  await tab.getByRole('alert').waitFor();
  expect(await tab.locator('.paper-preview').count()).toBe(PAGES);
  stage.mend();
  await tab.getByRole('button', { name: 'Thử lại' }).click();
  await tab.evaluate(() => window.stage.reader.goTo(7));
  await drawn(tab, 7);
  const shape = async () => {
    const box = (await tab.locator('.paper-page[data-page="7"]').boundingBox())!;
    return box.width / box.height;
  };
  await expect.poll(shape, { message: 'the PDF has the last word on a page' }).toBeCloseTo(297 / 210, 1);
});
