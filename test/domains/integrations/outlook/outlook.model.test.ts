import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { at, type CalendarScene, calendarScene, syncNow } from '../../../support/outlook.ts';
import { leaveToCI } from '../../../support/services.ts';

/*
 * Any changes to calendars, and to which of them are followed, with syncs and faults among them: in the end the mirror is what the
 * followed ones have, and the meetings say what they say.
 */

type Step = (scene: CalendarScene, texts: () => string) => Promise<void> | void;

const day = 86_400_000;
const epoch = Date.parse('2026-11-24T10:00:00Z');
/** Some days are far out of the range that is read. */
const dayOf = (number: number) => new Date(epoch + number * day);
const days = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(900) },
);

const item = ({ calendar }: CalendarScene, number: number) =>
  calendar.items()[number % Math.max(1, calendar.items().length)];
const occurrence = (scene: CalendarScene, number: number, index: number) => {
  const found = item(scene, number);
  const [one] = (found?.occurrences ?? []).filter(({ isDeleted }) => !isDeleted).slice(index);
  return found && one && { id: found.id, occurrenceId: one.id };
};

const nat = fc.nat({ max: 30 });
/** A calendar of the mailbox: the main one or another. */
const calendarAt = ({ calendar }: CalendarScene, number: number) => {
  const ids = [...calendar.calendars.keys()];
  return ids[number % ids.length] as string;
};
const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(days, nat).map(
    ([number, where]): Step =>
      (scene, text) =>
        void scene.calendar.add({ ...at(text(), '11-24'), startsAt: dayOf(number) }, calendarAt(scene, where)),
  ),
  fc.tuple(days, nat).map(
    ([number, where]): Step =>
      (scene, text) =>
        void scene.calendar.addSeries({ ...at(text(), '11-24'), startsAt: dayOf(number) }, 3, calendarAt(scene, where)),
  ),
  // The same event in another calendar, too.
  fc.tuple(nat, nat).map(
    ([number, where]): Step =>
      (scene, text) => {
        const found = item(scene, number);
        if (!found || found.occurrences || found.calendarId === calendarAt(scene, where)) return;
        const uid = found.iCalUId ?? `uid-of-${found.id}`;
        if (scene.calendar.items().some((one) => one.iCalUId === uid)) return;
        scene.calendar.update(found.id, { iCalUId: uid });
        const copy = { subject: text(), startsAt: found.startsAt, minutes: 60, iCalUId: uid };
        scene.calendar.add(copy, calendarAt(scene, where));
      },
  ),
  fc.tuple(nat, nat).map(
    ([number, where]): Step =>
      (scene) => {
        const found = item(scene, number);
        const isCopy = scene.calendar.items().filter((one) => one.iCalUId && one.iCalUId === found?.iCalUId).length > 1;
        if (found && !isCopy) scene.calendar.move(found.id, calendarAt(scene, where));
      },
  ),
  fc.constant<Step>(({ calendar }) => void (calendar.calendars.size < 4 && calendar.addCalendar('Another'))),
  nat.map(
    (number): Step =>
      (scene) => {
        const id = calendarAt(scene, number);
        if (id !== scene.calendar.main) scene.calendar.removeCalendar(id);
      },
  ),
  fc.tuple(nat, fc.boolean()).map(
    ([number, isFollowed]): Step =>
      async (scene) => {
        const calendars = await calendarsOf(scene);
        const chosen = calendars[number % Math.max(1, calendars.length)];
        if (chosen) await scene.owner.mutate('updateOutlookCalendar', { id: chosen.id, isFollowed });
      },
  ),
  nat.map(
    (number): Step =>
      (scene, text) => {
        const found = item(scene, number);
        if (found) scene.calendar.update(found.id, { subject: text() });
      },
  ),
  fc.tuple(nat, days).map(
    ([number, to]): Step =>
      (scene) => {
        const found = item(scene, number);
        if (found && !found.occurrences) scene.calendar.update(found.id, { startsAt: dayOf(to) });
      },
  ),
  fc.tuple(nat, fc.nat({ max: 2 })).map(
    ([number, index]): Step =>
      (scene, text) => {
        const found = occurrence(scene, number, index);
        if (found) scene.calendar.updateOccurrence(found.id, found.occurrenceId, { subject: text() });
      },
  ),
  fc.tuple(nat, fc.nat({ max: 2 })).map(
    ([number, index]): Step =>
      (scene) => {
        const found = occurrence(scene, number, index);
        if (found) scene.calendar.deleteOccurrence(found.id, found.occurrenceId);
      },
  ),
  nat.map(
    (number): Step =>
      (scene) => {
        const found = item(scene, number);
        if (found) scene.calendar.remove(found.id);
      },
  ),
  fc.constant<Step>(({ calendar }) => calendar.forget()),
  fc.integer({ min: 1, max: 4 }).map(
    (pageSize): Step =>
      ({ calendar }) =>
        void Object.assign(calendar.oddities, { pageSize }),
  ),
  fc.boolean().map(
    (isMessy): Step =>
      ({ calendar }) =>
        void Object.assign(calendar.oddities, { isMessy }),
  ),
  fc.constantFrom(401, 410, 429, 503).map(
    (status): Step =>
      ({ fake }) => {
        fake.faults.push({ path: /calendarView|events/, times: 1, respond: { status, html: 'no' } });
      },
  ),
  fc.constant<Step>(async (scene) => void (await syncNow(scene))),
  fc.constant<Step>(async (scene) => void (await syncNow(scene))),
];

const calendarsOf = async ({ owner }: CalendarScene): Promise<{ id: string; isFollowed: boolean }[]> =>
  (await owner.query('{ integrations { outlookCalendars { id isFollowed } } }')).integrations[0].outlookCalendars;

/** The ids at Graph of the calendars that are followed, the one that counts first. */
async function followed(scene: CalendarScene): Promise<string[]> {
  const chosen = new Set((await calendarsOf(scene)).filter((one) => one.isFollowed).map(({ id }) => id));
  const order = [{ isMain: 'desc' as const }, { createdAt: 'asc' as const }, { id: 'asc' as const }];
  const known = await scene.app.db.reads.outlookCalendar.findMany({ orderBy: order });
  return known.filter(({ id }) => chosen.has(toGlobalId('OutlookCalendar', id))).map(({ calendarId }) => calendarId);
}

/** Of what takes place in several calendars, what the first of them says. */
function leading<E extends { iCalUId: string; calendarId: string }>(
  events: readonly E[],
  order: readonly string[],
): E[] {
  const rank = ({ calendarId }: E) => order.indexOf(calendarId);
  const firstOf = new Map<string, number>();
  for (const event of events)
    firstOf.set(event.iCalUId, Math.min(rank(event), firstOf.get(event.iCalUId) ?? order.length));
  return events.filter((event) => rank(event) === firstOf.get(event.iCalUId));
}

test('after any changes and faults the mirror is the calendar, and the meetings say what it says', async (context) => {
  leaveToCI(context);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps), { minLength: 5, maxLength: 25 }), async (script) => {
      const scene = await calendarScene();
      const { app, owner, calendar, fake, id } = scene;
      let count = 0;
      for (const step of script) {
        app.clock.advance(1_000);
        await step(scene, () => `Text ${++count}`);
      }
      for (const fault of fake.faults) fault.times = 0;
      // All of the range is read again within six hours.
      expect(await syncNow(scene, 7 * 60)).toMatchObject({ outcome: 'SUCCEEDED' });
      const order = await followed(scene);
      const text = `{ integration(id: "${id}") { outlookWindow { from to } }
        meetings(first: 100, filter: { status: { ne: CANCELLED } }) { nodes { title startsAt } } }`;
      const { integration, meetings } = await owner.query(text);
      const window = integration.outlookWindow ?? { from: new Date(0), to: new Date(0) };
      const [from, to] = [new Date(window.from), new Date(window.to)];
      const wanted = calendar.within(from, to).filter(({ calendarId }) => order.includes(calendarId));
      const mirror = await app.db.reads.outlookEvent.findMany();
      const here = mirror.filter(({ data, startsAt }) => JSON.parse(data).type !== 'seriesMaster' && startsAt < to);
      expect(here.map(({ eventId }) => eventId).sort()).toEqual(wanted.map((one) => one.id).sort());
      const inRange = meetings.nodes.filter((one: { startsAt: string }) => new Date(one.startsAt) < to);
      expect(inRange.map((one: Record<string, string>) => `${one.title} ${one.startsAt}`).sort()).toEqual(
        leading(wanted, order)
          .map(({ subject, startsAt }) => `${subject} ${startsAt.toISOString()}`)
          .sort(),
      );
      await app.close();
    }),
    { numRuns: Number(process.env.WAYMARK_MODEL_RUNS ?? 8) },
  );
});
