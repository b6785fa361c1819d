import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createListeningApp } from './listening.ts';
import { examples, requireProgram } from './programs.ts';

const script = join(examples, 'plan-day.sh');

test('in the morning, a script plans the day and writes the plan; it fails without a valid token', async (context) => {
  const [bash] = ['bash', 'curl', 'jq'].map((program) => requireProgram(context, program));
  const app = await createListeningApp();
  const ada = await app.person('Ada');
  const { token } = await ada.mutate('createAccessToken', { name: 'cron', scopes: ['READ', 'WRITE'] }, 'token');
  await ada.mutate('createTask', { title: 'Write "it"', estimateMinutes: 60 });
  await ada.mutate('createTask', { title: 'Send it', priority: 'HIGH' });
  const run = (given: string) =>
    promisify(execFile)(bash ?? '', [script], {
      env: { ...process.env, WAYMARK_URL: app.origin, WAYMARK_TOKEN: given },
    });
  const { stdout } = await run(token);
  expect(stdout).toBe('2026-11-23T09:00:00.000Z Send it\n2026-11-23T09:30:00.000Z Write "it"\n');
  const { nodes } = (await ada.query('{ tasks { nodes { scheduledAt } } }')).tasks;
  expect(nodes).toEqual([{ scheduledAt: '2026-11-23T09:30:00.000Z' }, { scheduledAt: '2026-11-23T09:00:00.000Z' }]);
  await expect(run('wm_pat_none')).rejects.toThrow('The token is unknown, expired or revoked.');
});
