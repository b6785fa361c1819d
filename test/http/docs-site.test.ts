import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
