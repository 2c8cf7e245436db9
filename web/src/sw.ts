/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

/** Written in by the build: the shell's addresses, and a revision made of their contents. */
const FILES = '__PRECACHE__' as unknown as string[];
const SHELL = 'shell-__REVISION__';

/** Papers, records and pictures of the meeting never lie in this cache: only the program itself does. */
const NEVER = /^\/(api\/|ws$)/;

self.addEventListener('install', event => {
  event.waitUntil(store());
});

self.addEventListener('activate', event => {
  event.waitUntil(dropOldShells());
});

self.addEventListener('message', event => {
  if (event.data === 'take-over') {
    void self.skipWaiting();
  }
});

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (
    event.request.method === 'GET' &&
    address.origin === self.location.origin &&
    !NEVER.test(address.pathname)
  ) {
    event.respondWith(answer(event.request, address));
  }
});

async function store(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll(FILES.map(file => new Request(file, { cache: 'reload' })));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name !== SHELL).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request, address: URL): Promise<Response> {
  const cache = await caches.open(SHELL);
  const stored = await cache.match(address.pathname);
  return stored ?? fetch(request);
}
