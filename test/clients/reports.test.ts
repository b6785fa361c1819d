import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type TestContext, test } from 'vitest';
import { createListeningApp } from './listening.ts';
import { examples, requireProgram } from './programs.ts';

/** A server with somebody signed up, and how to run a shell script of this folder with a token of theirs. */
async function createScriptRunner(context: TestContext) {
  const bash = requireProgram(context, 'bash');
  for (const program of ['curl', 'jq']) requireProgram(context, program);
  const app = await createListeningApp();
  const ada = await app.person('Ada');
  const { token } = await ada.mutate('createAccessToken', { name: 'Scripts', scopes: ['READ'] }, 'token');
  const run = async (script: string, ...args: string[]) => {
    const env = { ...process.env, WAYMARK_URL: app.origin, WAYMARK_TOKEN: token };
    return (await promisify(execFile)(bash, [join(examples, script), ...args], { env })).stdout;
  };
  return { ada, run };
}

test('before a one-on-one, a script prints the brief of the next meeting', async (context) => {
  const { ada, run } = await createScriptRunner(context);
  expect(await run('brief.sh')).toBe('No meeting ahead.\n');
  const { id: personId } = await ada.mutate('createPerson', { name: 'Bea' });
  const attendees = [{ personId, response: 'ACCEPTED' }];
  const { id: meetingId } = await ada.mutate('createMeeting', {
    ...{ title: 'Last week', attendees },
    ...{ startsAt: '2026-11-16T10:00:00Z', endsAt: '2026-11-16T10:30:00Z' },
  });
  await ada.mutate('createTask', { title: 'Send the "draft"', meetingId });
  await ada.mutate('createMeeting', {
    ...{ title: 'One-on-one', attendees },
    ...{ startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T10:30:00Z' },
  });
  expect(await run('brief.sh')).toBe(
    [
      'One-on-one, 2026-11-23T10:00:00.000Z',
      'Bea, last one-on-one: 7 days ago',
      '  - Send the "draft": Open action item of “Last week” on 2026-11-16.',
      '',
    ].join('\n'),
  );
});

test('on Friday, a script writes the review of the week', async (context) => {
  const { ada, run } = await createScriptRunner(context);
  await ada.mutate('createLearning', { title: 'Escape *everything*' });
  const { text } = (await ada.query('{ weeklyReview { text } }')).weeklyReview;
  const printed = await run('weekly-review.sh');
  expect(printed).toBe(text);
  expect(printed).toContain('- Escape \\*everything\\* (2026-11-23) `Learning:');
  expect(await run('weekly-review.sh', '-P7D')).toContain('# Week from 2026-11-16 to 2026-11-22\n');
  await expect(run('weekly-review.sh', 'someday')).rejects.toThrow('week');
});

test('before a review, a script writes the packet of half a year', async (context) => {
  const { ada, run } = await createScriptRunner(context);
  await ada.mutate('createLearning', { title: 'Escape *everything*' });
  const { text } = (await ada.query('{ reviewPacket { text } }')).reviewPacket;
  const printed = await run('review-packet.sh');
  expect(printed).toBe(text);
  expect(printed).toContain('- Escape \\*everything\\* (2026-11-23) `Learning:');
  expect(await run('review-packet.sh', '2026-01-01', '2026-06-30')).toContain(
    '# Review from 2026-01-01 to 2026-06-30\n',
  );
  await expect(run('review-packet.sh', '2026-06-30', '2026-01-01')).rejects.toThrow('before from');
});

test('a script prints the energy of 30 days, and what goes along with it', async (context) => {
  const { ada, run } = await createScriptRunner(context);
  for (const energy of [2, 3, 4]) await ada.mutate('createEnergyEntry', { energy });
  const { summary } = (await ada.query('{ drainsAndChargers(from: "-P90D") { summary } }')).drainsAndChargers;
  expect(await run('energy.sh')).toBe(`"2026-11-23",3,3\n${summary}\n`);
});
