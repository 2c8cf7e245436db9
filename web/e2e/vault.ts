import type { Person } from './person';

/** The words on the page when all of the meeting's papers lie on the tablet. */
export const ALL_KEPT = /^Đã tải đủ \d+ tài liệu về máy/;

/** The program is stored on the tablet and answers its pages. */
export async function programStored({ page }: Person): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForFunction(async () => {
    const [name] = await caches.keys();
    return name !== undefined && (await (await caches.open(name)).keys()).length > 10;
  });
}

/** Everything that the browser keeps for this address, as text that somebody with a copy of it would search. */
export function everythingKept({ page }: Person): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage)];
    const decoders = ['utf-8', 'latin1', 'utf-16le'].map(name => new TextDecoder(name));
    const say = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        return decoders.map(decoder => decoder.decode(value as ArrayBuffer)).join('\n');
      }
      return value instanceof CryptoKey ? `key, extractable: ${value.extractable}` : JSON.stringify(value);
    };
    for (const { name } of await indexedDB.databases()) {
      const base = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of base.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const asking = base.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => resolve(asking.result);
          asking.onerror = () => reject(asking.error);
        });
        found.push(...rows.map(say));
      }
      base.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      found.push(...(await cache.keys()).map(request => request.url));
    }
    return found.join('\n');
  });
}

/** What is kept of a meeting, opened with its key: scripts of this address can use keys, though none can read one out. */
export function meetingKept({ page }: Person, meeting: string): Promise<string> {
  return page.evaluate(async space => {
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('icabinet');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const one = <Value>(store: string, name: IDBValidKey) =>
      new Promise<Value | undefined>((resolve, reject) => {
        const asking = base.transaction(store).objectStore(store).get(name);
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
    const key = await one<CryptoKey>('keys', space);
    const cell = await one<ArrayBuffer>('cells', [space, 'records']);
    base.close();
    if (!key || !cell) {
      return '';
    }
    const additionalData = new TextEncoder().encode(`${space}\nrecords`);
    const how = { name: 'AES-GCM', iv: cell.slice(0, 12), additionalData };
    return new TextDecoder().decode(await crypto.subtle.decrypt(how, key, cell.slice(12)));
  }, `meeting/${meeting}`);
}

/** The names of what is kept, by store; keys and cells. */
export function namesKept({ page }: Person): Promise<{ keys: string[]; cells: string[] }> {
  return page.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('icabinet');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = (store: string) =>
      new Promise<string[]>((resolve, reject) => {
        const asking = base.transaction(store).objectStore(store).getAllKeys();
        asking.onsuccess = () => resolve(asking.result.map(String));
        asking.onerror = () => reject(asking.error);
      });
    const found = { keys: await all('keys'), cells: await all('cells') };
    base.close();
    return found;
  });
}
