import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { tries } from '../../../support/services.ts';

/*
 * Random histories: versions of a series and messages about it come in any order, and in between its owner edits, trashes, restores
 * and undoes. Whatever happens, nothing that the owner wrote is lost, no meeting is there twice, and the newest version counts.
 */

const fields = '__typename createdCount updatedCount unchangedCount cancelledCount skippedCount changeSet { id }';
const two = (number: number) => String(number).padStart(2, '0');

/** A version of the series: a higher number is newer. */
interface Version {
  number: number;
  /** The local hour of its meetings, and the day in December on which the first is held. */
  hour: number;
  day: number;
  count: number;
  title: string;
}

const message = (method: string, number: number, ...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:series@example.org', `SEQUENCE:${number}`],
    ...[`DTSTAMP:202611${two(1 + number)}T000000Z`, ...lines, 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');

const seriesOf = ({ number, hour, day, count, title }: Version, method = 'REQUEST') =>
  message(
    method,
    number,
    `DTSTART:202612${two(day)}T${two(hour)}0000Z`,
    'DURATION:PT1H',
    `RRULE:FREQ=WEEKLY;COUNT=${count}`,
    `SUMMARY:${title}`,
    'ATTENDEE;CN=Ann;PARTSTAT=NEEDS-ACTION:mailto:ann@example.org',
  );

const versions = fc
  .record({
    hour: fc.integer({ min: 6, max: 18 }),
    day: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 2, max: 4 }),
    title: fc.constantFrom('Plan', 'Review', 'Retro'),
  })
  .chain((rest) => fc.record({ number: fc.integer({ min: 0, max: 20 }), rest: fc.constant(rest) }))
  .map(({ number, rest }): Version => ({ number, ...rest }));

const which = fc.nat(3);
const steps = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('series' as const), version: versions }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('again' as const) }), weight: 1 },
  {
    arbitrary: fc.record({ kind: fc.constant('one' as const), which, number: fc.integer({ min: 0, max: 20 }) }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant('message' as const),
      method: fc.constantFrom('REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER'),
      number: fc.integer({ min: 0, max: 20 }),
    }),
    weight: 1,
  },
  { arbitrary: fc.record({ kind: fc.constant('edit' as const), which }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constantFrom('trash' as const, 'restore' as const), which }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant('undo' as const) }), weight: 1 },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

interface Known {
  id: string;
  startsAt: string;
  status: string;
  notes: string;
  title: string;
  preparationItems: { title: string }[];
}

async function meetingsOf(who: SignedInPerson): Promise<Known[]> {
  const { meetings } = await who.query(
    '{ meetings(first: 100) { nodes { id startsAt status notes title preparationItems { title } } } }',
  );
  return meetings.nodes;
}

async function happen(who: SignedInPerson, history: readonly Step[]): Promise<void> {
  /** What the owner wrote, by meeting: it must be there as long as nobody trashes or undoes it. */
  const written = new Map<string, string>();
  const trashed = new Map<string, string>();
  let last: { ics: string; changeSet: string } | null = null;
  let newest: Version | null = null;
  /** Whether something decides besides the newest version: messages about one meeting, the trash, undo. */
  let isTouched = false;

  const take = async (ics: string) => {
    const result = await who.mutate('importMeetings', { ics }, fields);
    assert.equal(result.__typename, 'ImportMeetingsPayload');
    last = { ics, changeSet: result.changeSet?.id };
    return result;
  };

  for (const [index, step] of history.entries()) {
    const meetings = await meetingsOf(who);
    const chosen = 'which' in step ? meetings[step.which % Math.max(1, meetings.length)] : undefined;
    if (step.kind === 'series') {
      // Two versions of one number would be the same version with two contents.
      if (newest !== null && step.version.number === (newest as Version).number) continue;
      await take(seriesOf(step.version));
      if (newest === null || step.version.number > (newest as Version).number) newest = step.version;
    } else if (step.kind === 'again' && last) {
      await take((last as { ics: string }).ics);
      const again = await take((last as { ics: string }).ics);
      assert.deepEqual([again.createdCount, again.updatedCount, again.cancelledCount], [0, 0, 0]);
    } else if (step.kind === 'one' && chosen) {
      const at = chosen.startsAt.replaceAll(/[-:]|\.000/g, '');
      await take(message('REQUEST', step.number, `RECURRENCE-ID:${at}`, `DTSTART:${at}`, 'SUMMARY:One'));
      isTouched = true;
    } else if (step.kind === 'message') {
      await take(message(step.method, step.number, 'ATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:ann@example.org'));
    } else if (step.kind === 'edit' && chosen) {
      const notes = `Notes ${index}`;
      await who.mutate('updateMeeting', { id: chosen.id, notes });
      if (!written.has(chosen.id)) {
        await who.mutate('createMeetingItem', {
          meetingId: chosen.id,
          kind: 'PREPARATION',
          title: `Item of ${chosen.id}`,
        });
      }
      written.set(chosen.id, notes);
    } else if (step.kind === 'trash' && chosen) {
      await who.mutate('trash', { id: chosen.id });
      const notes = written.get(chosen.id);
      trashed.set(chosen.id, notes ?? '');
      written.delete(chosen.id);
      isTouched = true;
    } else if (step.kind === 'restore') {
      const [id] = [...trashed.keys()];
      if (id === undefined) continue;
      await who.mutate('restore', { id });
      if (trashed.get(id)) written.set(id, trashed.get(id) ?? '');
      trashed.delete(id);
      isTouched = true;
    } else if (step.kind === 'undo' && last) {
      const { changeSet } = last as { changeSet?: string };
      // A meeting with notes or in the trash has changed since: then it is refused, and nothing happens.
      if (changeSet) await who.mutate('undoChangeSet', { changeSetId: changeSet }, '__typename');
      last = null;
      isTouched = true;
      // An undone version may come again, and older ones count as what is here.
      newest = { number: -1, hour: 0, day: 0, count: 0, title: '' };
    }

    const after = await meetingsOf(who);
    for (const [id, notes] of written) {
      const meeting = after.find((one) => one.id === id);
      const kept = { notes: meeting?.notes, items: meeting?.preparationItems.map((item) => item.title) };
      assert.deepEqual(kept, { notes, items: [`Item of ${id}`] });
    }
    const held = after.filter(({ status }) => status !== 'CANCELLED').map(({ startsAt }) => startsAt);
    assert.equal(new Set(held).size, held.length, `no two at the same time: ${held.join()}`);
    if (newest && (newest as Version).number >= 0 && !isTouched) {
      const { hour, day, count, title } = newest as Version;
      const days = Array.from({ length: count }, (_, week) => `2026-12-${two(day + 7 * week)}T${two(hour)}:00:00.000Z`);
      assert.deepEqual(held, days);
      // A series that moves takes its meetings along.
      const isMoved = step.kind === 'series' && step.version === newest && meetings.length <= count;
      if (isMoved && meetings.every(({ status }) => status !== 'CANCELLED')) assert.equal(after.length, count);
      const titles = after.filter(({ status }) => status !== 'CANCELLED').map((one) => one.title);
      assert.deepEqual(new Set(titles), new Set([title]));
    }
  }
}

/** In the beginning a series comes, and its owner writes something. A newer version comes in the end. */
const histories = fc
  .tuple(versions, which, fc.array(steps, { minLength: 2, maxLength: 10 }), versions)
  .map(([first, index, some, last]): Step[] => [
    { kind: 'series', version: { ...first, number: 0 } },
    { kind: 'edit', which: index },
    ...some,
    { kind: 'series', version: { ...last, number: 21 } },
  ]);

test('in any history, what the owner wrote stays, no meeting is there twice, and the newest version counts', {
  timeout: 300_000,
}, async () => {
  const app = await createTestApp();
  const property = fc.asyncProperty(histories, async (history) => happen(await app.person(), history));
  const result = await fc.check(property, { numRuns: tries(48) });
  expect(result.failed ? fc.defaultReportMessage(result) : null).toBeNull();
});
