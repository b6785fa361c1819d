import { expect, test } from 'vitest';
import { ensureOwner } from '../../../../src/domains/accounts/accounts/accounts.service.ts';
import { createTestApp } from '../../../support/app.ts';

test('servers that start at the same time for the first time agree on one owner', async () => {
  const app = await createTestApp();
  const owners = await Promise.all([1, 2, 3].map(() => ensureOwner(app.systemContext())));
  expect(owners.filter(({ created }) => created)).toHaveLength(1);
  expect(new Set(owners.map(({ account }) => account.id)).size).toBe(1);
});
