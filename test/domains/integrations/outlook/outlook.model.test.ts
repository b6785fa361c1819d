import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, type CalendarScene, calendarScene, syncNow } from '../../../support/outlook.ts';
import { leaveToCI } from '../../../support/services.ts';

/*
 * Any changes to a calendar, with syncs and faults among them: in the end the mirror is the calendar, and the meetings say what it
 * says.
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
const steps: fc.Arbitrary<Step>[] = [
  days.map(
    (number): Step =>
      ({ calendar }, text) =>
        void calendar.add({ ...at(text(), '11-24'), startsAt: dayOf(number) }),
  ),
  days.map(
    (number): Step =>
      ({ calendar }, text) =>
        void calendar.addSeries({ ...at(text(), '11-24'), startsAt: dayOf(number) }, 3),
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
      const text = `{ integration(id: "${id}") { outlookWindow { from to } }
        meetings(first: 100, filter: { status: { ne: CANCELLED } }) { nodes { title startsAt } } }`;
      const { integration, meetings } = await owner.query(text);
      const [from, to] = [new Date(integration.outlookWindow.from), new Date(integration.outlookWindow.to)];
      const wanted = calendar.within(from, to);
      const mirror = await app.db.reads.outlookEvent.findMany();
      const here = mirror.filter(({ data, startsAt }) => JSON.parse(data).type !== 'seriesMaster' && startsAt < to);
      expect(here.map(({ eventId }) => eventId).sort()).toEqual(wanted.map((one) => one.id).sort());
      const inRange = meetings.nodes.filter((one: { startsAt: string }) => new Date(one.startsAt) < to);
      expect(inRange.map((one: Record<string, string>) => `${one.title} ${one.startsAt}`).sort()).toEqual(
        wanted.map(({ subject, startsAt }) => `${subject} ${startsAt.toISOString()}`).sort(),
      );
      await app.close();
    }),
    { numRuns: Number(process.env.WAYMARK_MODEL_RUNS ?? 8) },
  );
});
