import type { Clock } from '../../../../src/platform/time/clock.ts';
import { createEventWrites } from './event-writes.ts';
import { full, instancesOf, master } from './events.ts';
import { createMailbox } from './mailbox.ts';
import { refused } from './refusals.ts';
import type { Asked, FakeResponse } from './server.ts';
import { createViews } from './views.ts';

/*
 * The calendars of a mailbox as Microsoft Graph shows them: by event, as a view of a range, and as a delta of one. It refuses what
 * Graph refuses, and has the oddities that people have reported.
 */

/**
 * Creates the calendars of a mailbox.
 * @param url where the fake is, for the links of pages
 * @param owner the name of the person whose it is
 */
export function createFakeCalendar(clock: Clock, url: () => string, owner = 'ada') {
  const oddities = {
    /** The size of a page, at most what is asked for. */
    pageSize: 50,
    /** Whether a deleted occurrence is told of by the delta. */
    tellsDeletedOccurrences: false,
    /** Whether pages have an empty one among them, events twice, and older versions before newer ones. */
    isMessy: false,
    /** Whether all links of deltas so far are forgotten. */
    forgottenUntil: 0,
    /** The number of writes that are done, and then responded to with 503. */
    lostResponses: 0,
  };
  const mailbox = createMailbox(clock, owner, () => oddities.tellsDeletedOccurrences);
  const views = createViews(mailbox, url, oddities);
  const writes = createEventWrites(mailbox, oddities, one);

  /** An event by its id. @param calendarId the calendar that it is asked for in; null for any of the mailbox */
  function one(id: string, calendarId: string | null = null): FakeResponse {
    const item = mailbox.items.get(id) ?? mailbox.seriesOf.get(id);
    if (item && calendarId !== null && item.calendarId !== calendarId) return refused(404, 'ErrorItemNotFound');
    if (item?.occurrences && item.id === id) return { status: 200, json: master(item) };
    const instance = item && instancesOf(item).find((found) => found.id === id);
    return instance ? { status: 200, json: full(instance) } : refused(404, 'ErrorItemNotFound');
  }

  /** The calendars of the mailbox. Graph tells ten at a time. */
  function list(query: URLSearchParams): FakeResponse {
    const offset = Number(query.get('$skip') ?? 0);
    const size = Math.min(10, Math.max(1, oddities.pageSize));
    const value = [...mailbox.calendars.values()].slice(offset, offset + size);
    const next = `${url()}/v1.0/me/calendars?$skip=${offset + size}`;
    return { status: 200, json: { value, ...(offset + size < mailbox.calendars.size && { '@odata.nextLink': next }) } };
  }

  return {
    oddities,
    sentResponses: writes.sentResponses,
    ...mailbox,
    respond(asked: Asked, { pathname, searchParams }: URL): FakeResponse | null {
      const { prefer, method, json } = asked;
      const [, calendar, rest = ''] = /^\/v1\.0\/me(?:\/calendars\/([^/]+))?(\/.*)?$/.exec(pathname) ?? [];
      const calendarId = calendar === undefined ? null : decodeURIComponent(calendar);
      if (method === 'GET' && pathname === '/v1.0/me/calendars') return list(searchParams);
      if (calendarId !== null && !mailbox.calendars.has(calendarId)) return refused(404, 'ErrorItemNotFound');
      if (calendarId !== null && rest === '') return { status: 200, json: mailbox.calendars.get(calendarId) };
      const [, id, action] = /^\/events\/([^/]+)(?:\/(accept|tentativelyAccept|decline))?$/.exec(rest) ?? [];
      const isView = rest === '/calendarView/delta' || rest === '/calendarView';
      if (method !== 'GET' && /IdType="ImmutableId"/.test(prefer)) {
        if (method === 'POST' && pathname === '/v1.0/me/events') return writes.create(json);
        if (id === undefined || (method === 'POST') !== (action !== undefined)) return null;
        const eventId = decodeURIComponent(id);
        return action === undefined ? writes.write(eventId, asked) : writes.respondTo(eventId, action, json);
      }
      if (!isView && id === undefined) return null;
      if (!/IdType="ImmutableId"/.test(prefer) || (isView && !/odata\.maxpagesize=\d+/.test(prefer)))
        return refused(
          400,
          'ErrorInvalidRequest',
          'The fake wants the header Prefer with an IdType, and a page size for lists.',
        );
      if (id !== undefined) return one(decodeURIComponent(id), calendarId);
      const read = rest === '/calendarView' ? views.view : views.delta;
      return read(pathname, calendarId ?? mailbox.main, searchParams);
    },
    /** Makes all links of deltas so far worthless. */
    forget() {
      oddities.forgottenUntil = mailbox.skip();
    },
    items: () => [...mailbox.items.values()],
  };
}

export type FakeCalendar = ReturnType<typeof createFakeCalendar>;
