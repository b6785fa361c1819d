import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test, vi } from 'vitest';
import { frameworkCommand } from '../../src/cli/framework.ts';
import { createTestApp } from '../support/app.ts';

const printed = { out: vi.spyOn(console, 'info'), err: vi.spyOn(console, 'error') };
beforeEach(() => {
  for (const spy of Object.values(printed)) spy.mockReset().mockImplementation(() => {});
});
const said = (stream: 'out' | 'err') => printed[stream].mock.calls.map(([text]) => String(text)).join('\n');

test('framework lists the ready ones, and imports one, which a dry run shows', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await frameworkCommand.run(app.config, {}, [])).toBe(0);
  expect(said('out').split('\n')).toEqual(['engineering-ic', 'engineering-manager', 'product']);
  const count = async () => (await ada.query('{ skills { totalCount } }')).skills.totalCount;
  const run = (values: object) => frameworkCommand.run(app.config, { account: ada.email, ...values }, ['product']);
  expect([await run({ 'dry-run': true }), await count()]).toEqual([0, 0]);
  expect(said('out')).toContain('  framework product (Product management)');
  expect(said('out')).toContain('Nothing was changed: this was a dry run.');
  expect([await run({}), await count()]).toEqual([0, 9]);
});

test('framework prints the faults of a file by their paths', async () => {
  const app = await createTestApp();
  const file = join(inject('sharedFolder'), 'faults.yaml');
  writeFileSync(file, 'key: a\nname: A\ncategories:\n  - { key: b, name: "", colour: red }\n');
  expect(await frameworkCommand.run(app.config, {}, [file])).toBe(1);
  expect(said('err')).toBe(
    'categories.0.name must not be empty: line 4\ncategories.0.colour is not known here: line 4',
  );
});
