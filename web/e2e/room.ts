import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect, inject } from 'vitest';
import { browserPath, launch } from '../test/paper/stage';
import { Caller } from './caller';
import { type Device, listen, Person, SIZES } from './person';
import { Server } from './server';

/** Busy machines are slow; nothing here depends on how fast. */
const PATIENCE = 120_000;

/** False where there is no browser: the tests are then skipped (and said so by the set-up). */
export const hasBrowser = inject('prepared') !== null;

/** One server on its own copy of the demonstration, one browser, and the people in front of it. */
export class Room {
  readonly people: Person[] = [];

  private constructor(
    readonly server: Server,
    readonly browser: Browser,
    readonly password: string,
  ) {}

  static async open(withModel = false): Promise<Room> {
    const server = await Server.fromCopy(inject('prepared')!, withModel);
    return new Room(server, await launch(browserPath()!), await server.password());
  }

  /** On https, with a browser that knows the server's key. */
  static async openSafe(): Promise<Room> {
    const server = await Server.safeFromCopy(inject('prepared')!);
    const trust = `--ignore-certificate-errors-spki-list=${await server.keyHash()}`;
    return new Room(server, await launch(browserPath()!, [trust]), await server.password());
  }

  /** Where documents can be signed. */
  static async openSigning(): Promise<Room> {
    const server = await Server.signingFromCopy(inject('prepared')!);
    return new Room(server, await launch(browserPath()!), await server.password());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  /** A device of one's own at the server's first page. */
  async device(login: string, device: Device, more: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.browser.newContext({
      baseURL: this.server.address,
      viewport: SIZES[device],
      hasTouch: device !== 'wall',
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      ...more,
    });
    context.setDefaultTimeout(PATIENCE);
    await listen(context);
    const person = new Person(login, await context.newPage(), context);
    this.people.push(person);
    await person.page.goto(device === 'wall' ? '/screen#m1' : '/');
    return person;
  }

  /** A second tab of somebody who is signed in already, at the list of meetings. */
  async anotherTab(person: Person): Promise<Person> {
    const tab = new Person(person.login, await person.context.newPage(), person.context);
    this.people.push(tab);
    await tab.page.goto('/');
    return tab;
  }

  /** The tablet went into the pocket and is taken out again: a new page, nothing in memory. */
  async coldStart(person: Person, address = '/'): Promise<Person> {
    await person.page.close();
    const again = new Person(person.login, await person.context.newPage(), person.context);
    this.people.splice(this.people.indexOf(person), 1, again);
    await again.page.goto(address);
    return again;
  }

  /** Signed in through the form. */
  async signedIn(login: string, device: Device = 'tablet'): Promise<Person> {
    const person = await this.device(login, device);
    await person.signIn(this.password);
    return person;
  }

  /** Signed in and in the meeting. */
  async seated(login: string, device: Device = 'tablet'): Promise<Person> {
    const person = await this.signedIn(login, device);
    await person.enterMeeting();
    return person;
  }

  /** The big screen needs no tap after its sign-in. */
  async wall(): Promise<Person> {
    const wall = await this.signedIn('manhinh', 'wall');
    await wall.sees('Sơ kết 6 tháng thực hiện Đề án 06');
    await wall.markPage();
    return wall;
  }

  caller(login: string): Promise<Caller> {
    return Caller.signIn(this.server.address, login, this.password);
  }

  /** What everybody sees where a test failed, for people to look at. */
  async afterTest(state: string | undefined): Promise<void> {
    if (state === 'fail') {
      await Promise.all(this.people.map(person => person.picture(`failed-${person.login}`)));
    }
    expect(this.complaints()).toEqual([]);
  }

  /** Everything that pages complained about, by person. */
  private complaints(): string[] {
    return this.people.flatMap(person => person.complaints.map(text => `${person.login}: ${text}`));
  }
}
