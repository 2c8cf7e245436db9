import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * Sealed cells on this tablet (IndexedDB): AES-256-GCM, one key for each space, which no script can read out. A cell
 * is tied to its place, so that sealed bytes put elsewhere do not open. Wiping takes the key first, then the cells.
 */

interface Shape extends DBSchema {
  keys: { key: string; value: CryptoKey };
  cells: { key: [space: string, name: string]; value: ArrayBuffer };
}

type Bytes = Uint8Array<ArrayBuffer>;

const IV_BYTES = 12;
const HIGHEST = '\uffff';

/** The tablet has no room for what should be kept. */
export class Full extends Error {}

/** On plain http browsers give no encryption, so nothing is kept. */
export function canKeep(): boolean {
  return 'indexedDB' in globalThis && globalThis.crypto?.subtle !== undefined;
}

export class Safe {
  private opening: Promise<IDBPDatabase<Shape>> | undefined;
  private shut = false;

  constructor(private readonly name = 'icabinet') {}

  /** From now on nothing is written, whatever is still under way: the person has left. */
  close(): void {
    this.shut = true;
  }

  open(): void {
    this.shut = false;
  }

  /** Raises Full. What was wiped meanwhile stays wiped: a cell without its key is never written. */
  async put(space: string, name: string, content: Bytes): Promise<void> {
    if (this.shut) {
      return;
    }
    const key = await this.key(space);
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt(algorithm(iv, space, name), key, content);
    const cell = new Uint8Array(IV_BYTES + sealed.byteLength);
    cell.set(iv);
    cell.set(new Uint8Array(sealed), IV_BYTES);
    await this.write(space, name, cell.buffer);
  }

  /** Undefined when there is no such cell, or when it does not open. */
  async get(space: string, name: string): Promise<Bytes | undefined> {
    const base = await this.base();
    const [key, cell] = await Promise.all([base.get('keys', space), base.get('cells', [space, name])]);
    if (!key || !cell) {
      return undefined;
    }
    const iv = new Uint8Array(cell, 0, IV_BYTES);
    try {
      const plain = crypto.subtle.decrypt(algorithm(iv, space, name), key, new Uint8Array(cell, IV_BYTES));
      return new Uint8Array(await plain);
    } catch {
      return undefined;
    }
  }

  async putValue(space: string, name: string, value: unknown): Promise<void> {
    await this.put(space, name, new TextEncoder().encode(JSON.stringify(value)));
  }

  async getValue<Value>(space: string, name: string): Promise<Value | undefined> {
    const content = await this.get(space, name);
    return content && (JSON.parse(new TextDecoder().decode(content)) as Value);
  }

  /** Names in the space that begin so, sorted. */
  async names(space: string, beginning = ''): Promise<string[]> {
    const keys = await (await this.base()).getAllKeys('cells', within(space, beginning));
    return keys.map(([, name]) => name);
  }

  async remove(space: string, name: string): Promise<void> {
    await (await this.base()).delete('cells', [space, name]);
  }

  async spaces(beginning = ''): Promise<string[]> {
    const range = IDBKeyRange.bound(beginning, beginning + HIGHEST);
    return (await this.base()).getAllKeys('keys', range);
  }

  async wipe(space: string): Promise<void> {
    const base = await this.base();
    await base.delete('keys', space);
    await base.delete('cells', within(space, ''));
  }

  async wipeAll(): Promise<void> {
    const base = await this.base();
    await base.clear('keys');
    await base.clear('cells');
  }

  private base(): Promise<IDBPDatabase<Shape>> {
    this.opening ??= openDB<Shape>(this.name, 1, {
      upgrade(base) {
        base.createObjectStore('keys');
        base.createObjectStore('cells');
      },
      terminated: () => {
        this.opening = undefined;
      },
    });
    this.opening.catch(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  /** Two tabs that ask at once get the same key. */
  private async key(space: string): Promise<CryptoKey> {
    const base = await this.base();
    const known = await base.get('keys', space);
    if (known) {
      return known;
    }
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const change = base.transaction('keys', 'readwrite');
    const first = await change.store.get(space);
    if (!first && !this.shut) {
      await change.store.put(made as CryptoKey, space);
    }
    await change.done;
    return first ?? (made as CryptoKey);
  }

  private async write(space: string, name: string, cell: ArrayBuffer): Promise<void> {
    const base = await this.base();
    try {
      const change = base.transaction(['keys', 'cells'], 'readwrite');
      if ((await change.objectStore('keys').getKey(space)) !== undefined && !this.shut) {
        await change.objectStore('cells').put(cell, [space, name]);
      }
      await change.done;
    } catch (problem) {
      throw isFull(problem) ? new Full('no room', { cause: problem }) : problem;
    }
  }
}

function algorithm(iv: Bytes, space: string, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${space}\n${name}`) };
}

function within(space: string, beginning: string): IDBKeyRange {
  return IDBKeyRange.bound([space, beginning], [space, beginning + HIGHEST]);
}

function isFull(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'QuotaExceededError';
}
