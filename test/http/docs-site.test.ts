import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createDocsSite } from '../../src/http/docs-site.ts';
import { temporaryFolder } from '../support/command.ts';

test('the documentation is served as it was made, and nothing beside it', async () => {
  const around = temporaryFolder();
  const folder = join(around, 'docs-site');
  expect(createDocsSite(folder)).toBeNull();
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(around, 'secret'), 'secret');
  const script = 'document.title = "x"';
  writeFileSync(
    join(folder, 'index.html'),
    `<script src="/docs/assets/a.js"></script><script id="x">${script}</script>`,
  );
  writeFileSync(join(folder, 'assets/a.js'), 'let a;');
  const site = createDocsSite(folder);
  const get = (path: string, init?: RequestInit) => site?.(path, new Request(`http://waymark.test${path}`, init));
  expect((await get('/docs'))?.headers.get('location')).toBe('/docs/');
  const page = await get('/docs/');
  expect(await page?.text()).toContain('<script id="x">');
  const hash = createHash('sha256').update(script).digest('base64');
  expect(page?.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`);
  const asset = await get('/docs/assets/a.js', { headers: { 'accept-encoding': 'br, gzip' } });
  expect([asset?.headers.get('content-encoding'), asset?.headers.get('cache-control')]).toEqual([
    'gzip',
    'public, max-age=31536000, immutable',
  ]);
  for (const path of ['/docs/../secret', '/docs/..%2fsecret', '/docs//etc/passwd', '/docs/assets', '/docs/toString'])
    expect([path, await site?.(path, new Request('http://waymark.test/'))]).toEqual([path, null]);
  expect(await get('/docs/', { method: 'POST', body: '' })).toBeNull();
});

test('a page is compressed once, has an ETag, and comes anew when the site is made again', async () => {
  const folder = join(temporaryFolder(), 'docs-site');
  mkdirSync(folder);
  const path = join(folder, 'index.html');
  writeFileSync(path, 'First');
  utimesSync(path, 1, 1);
  writeFileSync(join(folder, 'gone.html'), 'Gone');
  const site = createDocsSite(folder);
  const get = (name: string, headers: Record<string, string> = {}) =>
    site?.(`/docs/${name}`, new Request(`http://waymark.test/docs/${name}`, { headers }));
  const first = await get('', { 'accept-encoding': 'gzip' });
  const etag = first?.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"[\w-]{16}"$/);
  expect(gunzipSync(Buffer.from((await first?.arrayBuffer()) ?? new ArrayBuffer(0))).toString()).toBe('First');
  for (const accepted of ['gzip', 'identity']) {
    const again = await get('', { 'accept-encoding': accepted, 'if-none-match': etag });
    expect([again?.status, await again?.text(), again?.headers.get('etag')]).toEqual([304, '', etag]);
  }
  // It is read and compressed once: the same time stands for the same content.
  writeFileSync(path, 'Other');
  utimesSync(path, 1, 1);
  expect(await (await get(''))?.text()).toBe('First');
  writeFileSync(path, 'Second');
  utimesSync(path, 2, 2);
  const second = await get('', { 'if-none-match': etag });
  expect([second?.status, await second?.text()]).toEqual([200, 'Second']);
  rmSync(join(folder, 'gone.html'));
  expect(await get('gone.html')).toBeNull();
});
