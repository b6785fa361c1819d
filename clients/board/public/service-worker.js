// Serves the page when there is no connection: the page comes from the network, or else as it came last, with the files that it loads.
// Nothing else is kept: neither what other pages of this origin ask for, nor the files of an older build.
const page = new URL(new URL(self.location).searchParams.get('page'), self.location).href;
const cacheName = `board ${page}`;

/** Keeps the page, and what its HTML loads, once all of it has come. What was kept before goes. */
async function keep(response) {
  const html = await response.clone().text();
  const files = [...html.matchAll(/(?:src|href)="([^":,]+\.(?:js|css))"/g)].map(([, path]) => new URL(path, page).href);
  const cache = await caches.open(cacheName);
  const missing = [];
  // The names of files change with what is in them.
  for (const file of files) if (!(await cache.match(file))) missing.push(file);
  await cache.addAll(missing);
  await cache.put(page, response);
  for (const { url } of await cache.keys()) if (url !== page && !files.includes(url)) await cache.delete(url);
}

async function install() {
  const response = await fetch(page, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The page came with the status ${response.status}.`);
  await keep(response);
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (/^board\b/.test(name) && name !== cacheName) await caches.delete(name);
  await self.clients.claim();
}

/** How long a server has to answer, in milliseconds, before the page comes as it came last. */
const patience = 5_000;

async function askForPage(event) {
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(response.clone()).catch(() => {}));
  return response;
}

/** A server that fails, or does not answer, is as good as none. What it answers late is for the next time. */
async function answerPage(event) {
  const asking = askForPage(event);
  event.waitUntil(asking.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, patience, null));
  const response = await Promise.race([asking, late]).catch(() => null);
  if (response && response.status < 500) return response;
  return (await keptPage()) ?? response ?? asking;
}

const keptPage = async () => (await caches.open(cacheName)).match(page);

async function answerFile({ request }) {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === 'navigate' && origin + pathname === page) event.respondWith(answerPage(event));
  else if (origin === self.location.origin && /\.(js|css)$/.test(pathname)) event.respondWith(answerFile(event));
});
