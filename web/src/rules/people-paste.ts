/** A list of names from elsewhere, matched with the office's people; what is in doubt is for the secretary to decide. */

import { folded } from './names';

export interface Known {
  id: string;
  login: string;
  name: string;
  title: string;
  unit: string;
}

export interface NameLine {
  said: string;
  /** One: it is he. Several: in doubt. None: nobody of that name. */
  people: Known[];
}

const NUMBER = /^\s*(?:\d{1,3}|[IVX]{1,5}|[a-z])[.)]\s*|^\s*[-–•+*]\s*/;
const HONOUR = /^(?:ông|bà|anh|chị|đ\/c|đồng chí|ts\.|ths\.|gs\.|pgs\.)\s*:?\s*/iu;

export function readNames(text: string, people: readonly Known[]): NameLine[] {
  return text
    .split(/\r?\n/)
    .map(line => line.normalize('NFC').trim())
    .filter(Boolean)
    .map(line => ({ said: line, people: whoIs(line, people) }));
}

function whoIs(line: string, people: readonly Known[]): Known[] {
  const [first = '', ...rest] = line
    .replace(/^\s*\d{1,3}\t/, '')
    .replace(NUMBER, '')
    .split(/[\t;,]|\s[-–]\s/)
    .map(part => part.trim())
    .filter(Boolean);
  const name = plain(first.replace(HONOUR, ''));
  const login = people.filter(person => person.login === first.toLowerCase());
  if (login.length) {
    return login;
  }
  const exact = people.filter(person => plain(person.name) === name);
  const near = exact.length ? exact : people.filter(person => folded(person.name) === folded(name));
  return near.length > 1 ? narrowed(near, rest) : near;
}

/** Of people of one name those whose post or unit is in the line, if there are any. */
function narrowed(people: Known[], rest: readonly string[]): Known[] {
  const said = rest.map(folded);
  const fitting = people.filter(({ title, unit }) =>
    said.some(part => [title, unit].some(place => place && part.includes(folded(place)))),
  );
  return fitting.length ? fitting : people;
}

function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
