import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Where pictures of the main states are kept for people to look at. */
export const PICTURES = join(import.meta.dirname, '..', 'test-results');

export const SIZES = {
  tablet: { width: 1180, height: 820 },
  upright: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
} as const;

export type Device = keyof typeof SIZES;
type Words = string | RegExp;
type Place = Page | Locator;

/** What Chromium says by itself about a server that is away or says no; the page tells people in its own words. */
const EXPECTED = /Failed to load resource|WebSocket connection to .* failed|net::ERR_/;

/** From now on every page of the context notes what is said for some seconds only: notices, and hints of the reader. */
export async function listen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: string[] = [];
    const last = new Map<Element, string>();
    Object.assign(globalThis, { saidHere: said });
    const look = () => {
      for (const place of document.querySelectorAll('.notice-place, .paper-hint')) {
        const text = place.textContent?.trim() ?? '';
        if (text && text !== last.get(place)) {
          said.push(text);
        }
        last.set(place, text);
      }
    };
    new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/** Somebody in front of a screen: does and sees by the words that stand there. */
export class Person {
  /** Errors of the page itself, those of the content policy among them. */
  readonly complaints: string[] = [];

  constructor(
    readonly login: string,
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    page.on('console', line => line.type() === 'error' && this.note(line.text()));
    page.on('pageerror', problem => this.note(problem.message));
  }

  private note(text: string): void {
    if (!EXPECTED.test(text)) {
      this.complaints.push(text);
    }
  }

  /** Fills in the form as it stands on the page. */
  async signIn(password: string): Promise<void> {
    await this.write('Tên đăng nhập', this.login);
    await this.write('Mật khẩu', password);
    await this.press('Đăng nhập');
  }

  /** What stands behind "Mục khác" on the list of meetings. */
  async openMenu(): Promise<void> {
    await this.press('Mục khác');
    await this.page.getByRole('dialog').waitFor();
  }

  async enterMeeting(): Promise<void> {
    await this.page.getByRole('link', { name: 'Vào phòng họp' }).click();
    await this.page.getByRole('button', { name: 'Mục khác' }).waitFor();
    await this.connected();
    await this.markPage();
  }

  /** Nothing on the page says that it waits for the server. */
  async connected(): Promise<void> {
    await this.noLongerSees(/Đang kết nối|Mất kết nối/);
  }

  /** Leaves a mark that a reload would wipe out. */
  async markPage(): Promise<void> {
    await this.page.evaluate(() => {
      (globalThis as { stillAlive?: boolean }).stillAlive = true;
    });
  }

  /** True when the page has not been loaded again since `markPage`. */
  samePage(): Promise<boolean> {
    return this.page.evaluate(() => (globalThis as { stillAlive?: boolean }).stillAlive === true);
  }

  button(name: Words, place: Place = this.page): Locator {
    return place.getByRole('button', { name, exact: true });
  }

  region(name: Words): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  async press(name: Words, place: Place = this.page): Promise<void> {
    await this.button(name, place).click();
  }

  async choose(tab: string): Promise<void> {
    await this.tab(tab).click();
  }

  async write(label: Words, text: string, place: Place = this.page): Promise<void> {
    await place.getByLabel(label, { exact: true }).fill(text);
  }

  /** Presses what asks once, and says yes in the dialog, which repeats the thing (`repeats`). */
  async decide(name: Words, repeats: Words, yes: Words = name, place: Place = this.page): Promise<void> {
    await this.press(name, place);
    const dialog = this.page.getByRole('dialog');
    await this.sees(repeats, dialog);
    await this.press(yes, dialog);
    await dialog.waitFor({ state: 'detached' });
  }

  async sees(words: Words, place: Place = this.page): Promise<void> {
    await place.getByText(words).filter({ visible: true }).first().waitFor();
  }

  async noLongerSees(words: Words, place: Place = this.page): Promise<void> {
    await place.getByText(words).filter({ visible: true }).first().waitFor({ state: 'detached' });
  }

  /**
   * A line that goes by itself has said it, now or since the last one that was heard; a slow machine may miss it.
   * What was said since then, this line last.
   */
  async hears(words: Words): Promise<string[]> {
    const heard = await this.page.waitForFunction(wanted => {
      const said = (globalThis as { saidHere?: string[] }).saidHere ?? [];
      const found = said.findIndex(text =>
        typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text),
      );
      return found < 0 ? null : said.splice(0, found + 1);
    }, words);
    return (await heard.jsonValue()) ?? [];
  }

  /** What stands there at this moment; for what must not be there. */
  async text(place: Place = this.page): Promise<string> {
    return 'innerText' in place && !('goto' in place)
      ? place.innerText()
      : (place as Page).locator('body').innerText();
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}
