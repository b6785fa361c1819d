// Serves the page when there is no connection: everything of this origin comes from the network, or else as it came last.
const cacheName = 'board';
const page = new URL(self.location).searchParams.get('page');

/** Keeps the page, and what its HTML loads: it was loaded before there was a service worker. */
async function keepPage() {
  const cache = await caches.open(cacheName);
  const response = await fetch(page);
  const html = await response.clone().text();
  await cache.put(page, response);
  const files = [...html.matchAll(/(?:src|href)="([^":,]+\.(?:js|css))"/g)].map(
    ([, path]) => new URL(path, self.location),
  );
  await cache.addAll(files);
}

async function fromNetwork(request) {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepPage());
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) {
    event.respondWith(fromNetwork(request));
  }
});
