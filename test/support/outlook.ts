import type { Person } from './app.ts';
import type { FakeCalendar } from './fakes/graph/calendar.ts';
import type { FakeEvent } from './fakes/graph/events.ts';
import { integrationOf } from './feed.ts';
import { connectOutlook, type OutlookScene, outlookScene } from './integrations.ts';

/* Somebody whose Outlook is connected, and the calendar of the fake. */

export interface CalendarScene extends OutlookScene {
  calendar: FakeCalendar;
  id: string;
}

/** An event on a day of November or December 2026, from 10 to 11 in UTC. */
export const at = (subject: string, day: string, more: Partial<FakeEvent> = {}): FakeEvent => ({
  subject,
  startsAt: new Date(`2026-${day}T10:00:00Z`),
  minutes: 60,
  ...more,
});

/** Ada's Outlook, connected and not read yet. */
export async function calendarScene(fill: (calendar: FakeCalendar) => void = () => {}): Promise<CalendarScene> {
  const scene = await outlookScene();
  const calendar = scene.fake.calendarOf('ada');
  fill(calendar);
  return { ...scene, calendar, id: (await connectOutlook(scene)).id };
}

/** Has the mailbox read, some minutes later. @returns the sync */
export async function syncNow({ app, owner, id }: CalendarScene, minutes = 1) {
  app.clock.advance(minutes * 60_000);
  await owner.mutate('syncIntegration', { id });
  await app.worker.work();
  return (await integrationOf(owner, id)).syncRuns.nodes[0];
}

/** The meetings as `title status start`, in order. */
export async function meetingsIn({ owner }: { owner: Pick<Person, 'query'> }): Promise<string[]> {
  const text = '{ meetings(first: 100, orderBy: [{ field: STARTS_AT }]) { nodes { title status startsAt } } }';
  const { meetings } = await owner.query(text);
  return meetings.nodes.map(
    ({ title, status, startsAt }: Record<string, string>) => `${title} ${status} ${startsAt?.slice(5, 16)}`,
  );
}
