/** E-mail addresses from a list elsewhere: on each line a person (sign-in name or full name) and his address. */

import { type Known, readNames } from './people-paste';

export type AddressFault = 'no-address' | 'nobody' | 'several' | 'twice';

export interface AddressLine {
  said: string;
  address: string;
  /** Only where nothing is wrong. */
  user?: string;
  fault?: AddressFault;
}

const ADDRESS = /[^\s<>;,"()]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}/;

export function readAddresses(text: string, people: readonly Known[]): AddressLine[] {
  const taken = new Set<string>();
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => readLine(line, people, taken));
}

function readLine(said: string, people: readonly Known[], taken: Set<string>): AddressLine {
  const address = ADDRESS.exec(said)?.[0] ?? '';
  if (!address) {
    return { said, address, fault: 'no-address' };
  }
  const rest = said
    .replace(address, '')
    .replace(/[<>"]/g, '')
    .replace(/^[\s;,]+|[\s;,]+$/g, '');
  const found = readNames(rest, people)[0]?.people ?? [];
  if (found.length !== 1) {
    return { said, address, fault: found.length ? 'several' : 'nobody' };
  }
  const user = found[0]!.id;
  if (taken.has(user)) {
    return { said, address, fault: 'twice' };
  }
  taken.add(user);
  return { said, address, user };
}
