import { expect, test } from 'vitest';
import { seedDemo } from '../../src/demo/seed.ts';
import { recordRulesOf } from '../../src/domain.ts';
import { domains } from '../../src/domains.ts';
import { fromGlobalId } from '../../src/platform/database/global-ids.ts';
import { referencesOf } from '../../src/platform/database/model-relations.ts';
import { shapeOf } from '../../src/platform/validation/rule-notes.ts';
import { columnsIn, exportedTypes } from '../../src/transfer/format.ts';
import { createTestApp } from '../support/app.ts';
import { adaAndBob, ownIn } from '../support/examples.ts';
import { leaveToCI } from '../support/services.ts';
import { exportOf, importInto, refusalOf } from '../support/transfer.ts';
import { withEnd } from './random-export.ts';

/* What a mutation refuses, an import refuses; and what the server itself has written, it takes. */

/** Texts that no client gives: what a calendar or the server says, and what other columns say better. */
const notGiven = [
  ...['Meeting.icsUid', 'Meeting.icsRecurrenceId', 'MeetingSeries.icsUid', 'MeetingSeries.rule'],
  ...['Meeting.icsFingerprints', 'MeetingSeries.icsFingerprints'],
  // Rules of one field of the input, `metric`.
  ...['Goal.metricStart', 'Goal.metricTarget', 'Goal.metricUnit', 'Goal.metricCurrent'],
];

test('every text, number and list of a record that a client gives has a rule', () => {
  const rules = new Map(Object.entries(recordRulesOf(domains)));
  const without = exportedTypes
    .filter((type) => !['ChangeSet', 'Change'].includes(type))
    .flatMap((type) => {
      const references = new Set(referencesOf(type).map(({ column }) => column));
      const rule = rules.get(type);
      const ruled = rule ? Object.keys(shapeOf(rule)) : [];
      return columnsIn(type)
        .filter(({ name, type: kind }) => ['String', 'Float', 'Int', 'Json'].includes(kind) && !references.has(name))
        .map(({ name }) => name)
        .filter((name) => !['id', 'version', 'position'].includes(name) && !/(Count|Sequence)$/.test(name))
        .filter((name) => !ruled.includes(name) && !notGiven.includes(`${type}.${name}`))
        .map((name) => `${type}.${name}`);
    });
  expect(without).toEqual([]);
});

test('a record that no mutation would have written is refused with its line, and nothing is written', async () => {
  const { app, ada, hers } = await adaAndBob();
  const there = await createTestApp();
  const lines = (await exportOf(app, ada.email)).trimEnd().split('\n').slice(0, -1);
  const own = (type: string) => fromGlobalId(ownIn(hers)(type))?.id ?? '';
  /** Refuses the export in which the first record of a type has other values. */
  const refuses = async (type: string, values: Record<string, unknown>, says: string, onlyIf = '"row"') => {
    const index = lines.findIndex((line) => line.startsWith(`{"type":"${type}"`) && line.includes(onlyIf));
    const { row } = JSON.parse(lines[index] ?? '{}') as { row: object };
    const edited = JSON.stringify({ type, row: { ...row, ...values } });
    const fault = await refusalOf(importInto(there, 'zoe@example.org', withEnd(lines.with(index, edited))), says);
    expect(fault.message).toBe(`Line ${index + 1}: ${type}: ${says}.`);
  };
  await refuses('Task', { title: '' }, 'title must not be empty');
  await refuses('Task', { title: 'a\nb' }, 'title must be a single line');
  await refuses('Task', { title: ' a ' }, 'title must be written as "a"');
  await refuses('Task', { description: 'x'.repeat(20_001) }, 'description must have at most 20000 characters');
  await refuses(
    'Task',
    { dueOn: 'soon' },
    'dueOn must be a date: YYYY-MM-DD, TODAY, or a duration from today such as -P7D',
  );
  await refuses('Task', { dueOn: 'TODAY' }, 'dueOn must be written as "9999-12-31"');
  await refuses('Task', { priority: 7 }, 'priority Too big: expected number to be <=4');
  await refuses(
    'Task',
    { scheduledOn: '2026-01-01', scheduledAt: '2026-01-01T00:00:00.000Z' },
    'scheduledAt must not be given together with scheduledOn',
  );
  await refuses('Goal', { startsOn: '2026-02-01', dueOn: '2026-01-01' }, 'dueOn must not be before startsOn');
  await refuses(
    'Goal',
    { metricStart: 1, metricTarget: 1, metricCurrent: 1, metricUnit: '', metricDirection: 'INCREASE' },
    'metric.target must not be equal to start',
  );
  await refuses('Label', { color: 'red' }, 'color must be a color such as #3b82f6');
  await refuses('EnergyEntry', { energy: 6 }, 'energy must be a whole number from 1 to 5');
  await refuses('Meeting', { timeZone: 'Mars/Olympus' }, 'timeZone must be a time zone such as Europe/Berlin');
  await refuses('Meeting', { startsAt: '2999-01-01T00:00:00.000Z' }, 'endsAt must not be before startsAt');
  await refuses('PersonEmail', { email: 'A@example.org' }, 'email must be written as "a@example.org"');
  await refuses('LevelDescriptor', { signals: 'none' }, 'signals Invalid input: expected array, received string');
  await refuses(
    'Link',
    { toId: `Label:${own('Label')}`, toType: 'Label' },
    'toId must be the id of a node of a type that can be linked',
  );
  await refuses('Link', { fromType: 'Account' }, 'fromType must be the type of fromId');
  await refuses(
    'Task',
    { completedAt: '+010000-01-01T00:00:00.000Z' },
    'completedAt must be a moment such as 2026-11-23T09:00:00.000Z',
  );
  expect(await there.db.reads.account.count()).toBe(0);
});

test('a link to a node that is not in the file is refused with its line, also if another account has the node', async () => {
  const { app, ada, bob, hers } = await adaAndBob();
  const there = await createTestApp();
  const zoe = await there.person('Zoe');
  const other = (await bob.mutate('createTask', { title: 'His' })).id as string;
  const existing = (await zoe.mutate('createTask', { title: 'Hers' })).id as string;
  const lines = (await exportOf(app, ada.email)).trimEnd().split('\n').slice(0, -1);
  const index = lines.findIndex((line) => line.startsWith('{"type":"Link"'));
  const { row } = JSON.parse(lines[index] ?? '{}') as { row: object };
  const linked = (values: object) =>
    withEnd(lines.with(index, JSON.stringify({ type: 'Link', row: { ...row, ...values } })));
  const before = await there.db.reads.change.count();
  for (const end of ['from', 'to']) {
    for (const id of [`Task:${crypto.randomUUID()}`, other, existing]) {
      // Into the account where everything but the node is, and into others.
      for (const [target, email] of [
        [app, ada.email],
        [there, zoe.email],
        [there, 'new@example.org'],
      ] as const) {
        const fault = await refusalOf(
          importInto(target, email, linked({ [`${end}Id`]: id, [`${end}Type`]: 'Task' })),
          id,
        );
        const says = `Link: ${end}Id refers to ${id.replace(':', ' ')}, which is not in the file.`;
        expect(fault.message).toBe(`Line ${index + 1}: ${says}`);
      }
    }
  }
  expect(await there.db.reads.change.count()).toBe(before);
  // Whatever type its end has, and wherever in the file.
  const task = ownIn(hers)('Task');
  const goal = ownIn(hers)('Goal');
  expect(
    await importInto(there, 'new@example.org', linked({ fromId: goal, fromType: 'Goal', toId: task, toType: 'Task' })),
  ).toMatchObject({
    includesHistory: true,
  });
});

test('a record below itself is refused, directly or around a circle, and so is a tree that is too deep', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const ids: string[] = [];
  for (let depth = 0; depth < 10; depth += 1) {
    const { id } = await ada.mutate('createGoal', {
      title: `${depth}`,
      kind: 'OBJECTIVE',
      parentId: ids.at(-1) ?? null,
    });
    ids.push(id);
  }
  const lines = (await exportOf(app, ada.email)).trimEnd().split('\n').slice(0, -1);
  const goals = [...lines.keys()].filter((index) => lines[index]?.startsWith('{"type":"Goal"'));
  const uuid = (place: number) => fromGlobalId(ids[place] ?? '')?.id ?? '';
  const [first = 0] = goals;
  const there = await createTestApp();
  /** Takes the goals with the first of them below another one. */
  const below = (place: number) =>
    refusalOf(
      importInto(
        there,
        'zoe@example.org',
        withEnd(lines.with(first, String(lines[first]).replace('"parentId":null', `"parentId":"${uuid(place)}"`))),
      ),
    );
  for (const place of [0, 1, 2, 9]) {
    const fault = await below(place);
    const says = `Goal: parentId refers to Goal ${uuid(place)}, which is not in an earlier line.`;
    expect(fault.message).toBe(`Line ${first + 1}: ${says}`);
  }
  const last = goals.at(-1) ?? 0;
  const extra = String(lines[last]).replace(uuid(9), crypto.randomUUID()).replace(uuid(8), uuid(9));
  const counted = String(lines[0]).replace('"Goal":10', '"Goal":11');
  const deeper = withEnd([counted, ...lines.slice(1, last + 1), extra, ...lines.slice(last + 1)]);
  expect((await refusalOf(importInto(there, 'zoe@example.org', deeper))).message).toBe(
    `Line ${last + 2}: Goal: parentId makes a tree of more than 10 levels.`,
  );
  expect(await there.db.reads.account.count()).toBe(0);
});

test('the demo’s life meets the rules of its records', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const { email } = await seedDemo(app.systemContext(), { seed: 5, days: 30, onProgress: () => {} });
  const there = await createTestApp();
  expect(await importInto(there, email, await exportOf(app, email))).toMatchObject({ includesHistory: true });
});
