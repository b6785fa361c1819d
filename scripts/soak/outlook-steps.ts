import type { FakeCalendar } from '../../test/support/fakes/graph/calendar.ts';
import type { FakeEvent } from '../../test/support/fakes/graph/events.ts';
import type { Asked, FakeGraph, FakeResponse } from '../../test/support/fakes/graph/server.ts';
import type { Random } from './random.ts';

const day = 86_400_000;
/** The calendar does not grow beyond this number of events and series. */
const maxItems = 40;
/** The mailbox has no more calendars than these. */
const maxCalendars = 4;

const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'];

/** What can be done to the calendars of a mailbox and their server at random. */
export function stepsOn(fake: FakeGraph, calendar: FakeCalendar, random: Random, now: () => Date) {
  let texts = 0;
  const text = () => `Text ${++texts}`;
  // Some days are far out of the range that is read.
  const start = () =>
    new Date(Math.floor(now().getTime() / day) * day + (random.below(12) === 0 ? 900 : random.below(60)) * day);
  const event = (): FakeEvent => ({
    subject: text(),
    startsAt: start(),
    minutes: 30 + random.below(90),
    isAllDay: false,
    showAs: random.pick(['busy', 'tentative']),
  });
  const item = () => random.pick(calendar.items());
  const anyCalendar = () => random.pick([...calendar.calendars.keys()]);
  /** Whether the same event is in several calendars. */
  const isCopied = (uid: string | undefined) =>
    uid !== undefined && calendar.items().filter((one) => one.iCalUId === uid).length > 1;
  const occurrence = () => {
    const found = item();
    const left = (found?.occurrences ?? []).filter(({ isDeleted }) => !isDeleted);
    return found && left.length > 0 ? { id: found.id, occurrenceId: random.pick(left).id } : null;
  };

  const changes = [
    () => void calendar.add(event(), anyCalendar()),
    () => void calendar.addSeries(event(), 1 + random.below(4), anyCalendar()),
    () => {
      const [found, calendarId] = [item(), anyCalendar()];
      if (found && !isCopied(found.iCalUId)) calendar.move(found.id, calendarId);
    },
    // The same event in another calendar, too.
    () => {
      const [found, calendarId] = [item(), anyCalendar()];
      if (!found || found.occurrences || found.calendarId === calendarId || isCopied(found.iCalUId)) return;
      const iCalUId = found.iCalUId ?? `uid-of-${found.id}`;
      calendar.update(found.id, { iCalUId });
      calendar.add({ ...event(), iCalUId }, calendarId);
    },
    () => void (calendar.calendars.size < maxCalendars && calendar.addCalendar(text())),
    () => {
      const id = anyCalendar();
      if (id !== calendar.main && random.below(6) === 0) calendar.removeCalendar(id);
    },
    () => {
      const found = item();
      if (found) calendar.update(found.id, { subject: text() });
    },
    () => {
      const found = item();
      if (found && !found.occurrences) calendar.update(found.id, { startsAt: start() });
    },
    () => {
      const found = occurrence();
      if (found) calendar.updateOccurrence(found.id, found.occurrenceId, { subject: text() });
    },
    () => {
      const found = occurrence();
      if (found) calendar.deleteOccurrence(found.id, found.occurrenceId);
    },
    () => {
      const found = item();
      if (found) calendar.remove(found.id);
    },
    () => void Object.assign(calendar.oddities, { pageSize: 1 + random.below(12) }),
    () => void Object.assign(calendar.oddities, { isMessy: random.below(2) === 0 }),
    () => void Object.assign(calendar.oddities, { tellsDeletedOccurrences: random.below(2) === 0 }),
  ];

  const page = (links: object): FakeResponse => ({ status: 200, json: { value: [], ...links } });
  const faults: (() => FakeResponse | ((asked: Asked) => FakeResponse))[] = [
    () => ({ status: 401, json: { error: { code: 'InvalidAuthenticationToken' } } }),
    () => ({
      status: 410,
      headers: { location: `${fake.url}/v1.0/me/calendarView/delta` },
      json: { error: { code: 'gone' } },
    }),
    () => ({ status: 400, json: { error: { code: 'SyncStateNotFound' } } }),
    () => ({
      status: 429,
      headers: { 'retry-after': String(random.below(600)) },
      json: { error: { code: 'ApplicationThrottled' } },
    }),
    () => ({
      status: 429,
      headers: { 'retry-after': new Date(now().getTime() + 60_000).toUTCString() },
      html: 'Busy.',
    }),
    () => ({ status: 429, html: 'Busy.' }),
    () => ({ status: 503, html: 'Unavailable.' }),
    () => ({ status: 200, html: '<!doctype html><title>Sign in</title>' }),
    () => page({}),
    () => page({ '@odata.nextLink': 'https://elsewhere.example/v1.0/me/calendarView/delta?$skiptoken=x' }),
    () => (asked) => page({ '@odata.nextLink': `${fake.url}${asked.path}` }),
  ];

  return {
    /** Has Graph notify the server, of changes or of what became of its subscription. */
    async notify(): Promise<void> {
      const { all } = fake.subscriptions;
      const kind = random.below(20);
      const [lifecycleEvent] = lifecycleEvents.slice(kind, kind + 1);
      if (lifecycleEvent === 'subscriptionRemoved' || random.below(40) === 0) all.clear();
      await fake.subscriptions.notify(lifecycleEvent ? { lifecycleEvent } : {});
    },
    change(): void {
      if (calendar.items().length > maxItems) calendar.remove(item()?.id ?? '');
      random.pick(changes)();
    },
    fault(): void {
      if (random.below(12) === 0) calendar.forget();
      else if (random.below(30) === 0) fake.identity.revokeAll();
      else {
        const path = random.pick([
          /calendarView\/delta/,
          /calendarView/,
          /events/,
          /calendars/,
          /subscriptions/,
          /\/token/,
        ]);
        const respond = path.source.includes('token') ? { status: 503, html: 'Unavailable.' } : random.pick(faults)();
        fake.faults.push({ path, times: 1 + random.below(2), respond });
      }
    },
  };
}
