import { randomUUID } from 'node:crypto';
import type { Calendar, Event, FreeBusyStatus, ResponseType } from '@microsoft/microsoft-graph-types';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import type { Asked, FakeResponse } from './server.ts';

/*
 * The calendars of a mailbox as Microsoft Graph shows them: events and series of weekly occurrences with exceptions, by event, as
 * a view of a range, and as a delta of one. It refuses what Graph refuses, and has the oddities that people have reported.
 */

const day = 86_400_000;

/** What can be set of an event. Times are in UTC; of an all-day event, only their days count. */
export interface FakeEvent {
  subject: string;
  startsAt: Date;
  minutes: number;
  preview?: string;
  isAllDay?: boolean;
  isCancelled?: boolean;
  showAs?: FreeBusyStatus;
  response?: ResponseType;
  timeZone?: string;
  attendees?: { name: string; address: string; response: ResponseType }[];
  organizer?: { name: string; address: string };
  joinUrl?: string;
  location?: string;
  iCalUId?: string;
  transactionId?: string;
}

/** An event, or a series if it has occurrences. */
interface Item extends FakeEvent {
  id: string;
  calendarId: string;
  changeKey: number;
  changedAt: Date;
  /** The occurrences of a series: a week apart. */
  occurrences: Occurrence[] | null;
}

interface Occurrence {
  id: string;
  start: Date;
  isDeleted: boolean;
  /** What differs from the series, of an exception. */
  exception: Partial<FakeEvent> | null;
}

/** An event, occurrence or exception that takes place. */
interface Instance {
  id: string;
  startsAt: Date;
  endsAt: Date;
  type: 'singleInstance' | 'occurrence' | 'exception';
  item: Item;
  occurrence: Occurrence | null;
}

const refused = (status: number, code: string, message = code): FakeResponse => ({
  status,
  json: { error: { code, message } },
});

/** What Graph tells of a calendar, as far as the fake does. */
type FakeCalendarOf = Required<Pick<Calendar, 'name' | 'isDefaultCalendar' | 'canEdit' | 'owner'>> & { id: string };

/**
 * Creates a mailbox with an empty main calendar.
 * @param url where the fake is, for the links of pages
 * @param owner the name of the person whose it is
 */
export function createFakeCalendar(clock: Clock, url: () => string, owner = 'ada') {
  const ownerOf = (name: string) => ({ name, address: `${name}@contoso.example` });
  const main = `main-${owner}`;
  const calendars = new Map<string, FakeCalendarOf>([
    [main, { id: main, name: 'Calendar', isDefaultCalendar: true, canEdit: true, owner: ownerOf(owner) }],
  ]);
  const items = new Map<string, Item>();
  /** The calendars that each id has ever been in: others do not tell of it. */
  const homes = new Map<string, Set<string>>();
  /** The series of each occurrence. */
  const seriesOf = new Map<string, Item>();
  /** The number of the last change of each id, gone ones among them. */
  const changes = new Map<string, number>();
  const rounds = new Map<string, object[]>();
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
  let sequence = 0;
  const touch = (calendarId: string, ...ids: string[]) => {
    sequence += 1;
    for (const id of ids) {
      changes.set(id, sequence);
      homes.set(id, (homes.get(id) ?? new Set()).add(calendarId));
    }
  };
  const newId = (label: string) => `${label}-${randomUUID().replaceAll('-', '')}`;

  function instancesOf(item: Item): Instance[] {
    const lasting = (startsAt: Date, minutes: number) => ({
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    });
    if (item.occurrences === null)
      return [{ id: item.id, ...lasting(item.startsAt, item.minutes), type: 'singleInstance', item, occurrence: null }];
    return item.occurrences
      .filter(({ isDeleted }) => !isDeleted)
      .map((occurrence) => ({
        id: occurrence.id,
        ...lasting(occurrence.exception?.startsAt ?? occurrence.start, occurrence.exception?.minutes ?? item.minutes),
        type: occurrence.exception ? 'exception' : 'occurrence',
        item,
        occurrence,
      }));
  }
  /** What takes place in a range in a calendar, or in all. */
  const within = (from: Date, to: Date, calendarId?: string) =>
    [...items.values()]
      .filter((item) => calendarId === undefined || item.calendarId === calendarId)
      .flatMap(instancesOf)
      .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from);

  const timeOf = (time: Date, isAllDay: boolean) => ({
    dateTime: `${time.toISOString().slice(0, isAllDay ? 10 : 19)}${isAllDay ? 'T00:00:00' : ''}.0000000`,
    timeZone: 'UTC',
  });

  const eventType: object = { '@odata.type': '#microsoft.graph.event' };
  /** What OData adds, which the types of Graph do not have. */
  const annotations = (item: Item): object => ({ '@odata.etag': tag(item) });
  const tag = ({ changeKey }: Item) => `W/"${changeKey}"`;

  function times({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, isAllDay = false) {
    // The end of an all-day event is the midnight after it.
    const end = isAllDay ? new Date(Math.ceil(endsAt.getTime() / day) * day) : endsAt;
    return { start: timeOf(startsAt, isAllDay), end: timeOf(end, isAllDay) };
  }

  /** An event in full. */
  function full(instance: Instance): Event {
    const { id, type, item, occurrence } = instance;
    const own: FakeEvent = { ...item, ...occurrence?.exception };
    return {
      ...annotations(item),
      id,
      type,
      seriesMasterId: occurrence ? item.id : null,
      // That of an occurrence is its own.
      iCalUId: occurrence ? `${uidOf(item)}${occurrence.id}` : uidOf(item),
      ...(occurrence && { originalStart: occurrence.start.toISOString() }),
      ...times(instance, own.isAllDay),
      ...detailsOf(item, own),
      recurrence: null,
    };
  }

  function master(item: Item): Event {
    const [first] = item.occurrences ?? [];
    const startsAt = first?.start ?? item.startsAt;
    const endsAt = new Date(startsAt.getTime() + item.minutes * 60_000);
    return {
      ...annotations(item),
      id: item.id,
      type: 'seriesMaster',
      seriesMasterId: null,
      iCalUId: uidOf(item),
      ...times({ startsAt, endsAt }, item.isAllDay),
      ...detailsOf(item, item),
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: 1,
          daysOfWeek: ['monday'],
          firstDayOfWeek: 'sunday',
          index: 'first',
          month: 0,
        },
        range: { type: 'numbered', numberOfOccurrences: item.occurrences?.length ?? 0, endDate: '0001-01-01' },
      },
    };
  }

  const uidOf = ({ iCalUId, id }: Item) => iCalUId ?? `040000008200E00074C5B7101A82E008${id}`;

  const detailsOf = (item: Item, own: FakeEvent): Event => ({
    ...(own.transactionId && { transactionId: own.transactionId }),
    isOrganizer: (own.response ?? 'organizer') === 'organizer',
    changeKey: String(item.changeKey),
    createdDateTime: '2026-11-01T00:00:00Z',
    lastModifiedDateTime: item.changedAt.toISOString(),
    subject: own.subject,
    bodyPreview: own.preview ?? '',
    isAllDay: own.isAllDay ?? false,
    isCancelled: own.isCancelled ?? false,
    showAs: own.showAs ?? 'busy',
    responseStatus: { response: own.response ?? 'organizer', time: '0001-01-01T00:00:00Z' },
    originalStartTimeZone: own.timeZone ?? 'W. Europe Standard Time',
    location: { displayName: own.location ?? '' },
    onlineMeeting: own.joinUrl ? { joinUrl: own.joinUrl } : null,
    organizer: own.organizer ? { emailAddress: own.organizer } : null,
    attendees: (own.attendees ?? []).map(({ name, address, response }) => ({
      type: 'required',
      status: { response, time: '0001-01-01T00:00:00Z' },
      emailAddress: { name, address },
    })),
  });

  /** An event as a delta tells it: of an occurrence, no more than its times. */
  function told(instance: Instance): Event {
    if (instance.type !== 'occurrence') return { ...eventType, ...full(instance) };
    const { id, type, item } = instance;
    const stub: Event = {
      ...annotations(item),
      id,
      seriesMasterId: item.id,
      type,
    };
    return { ...stub, ...times(instance, item.isAllDay) };
  }

  function page(values: object[], offset: number, key: string, next: object, end: object): FakeResponse {
    const size = Math.max(1, oddities.pageSize);
    const body = {
      '@odata.context': `${url()}/v1.0/$metadata#Collection(event)`,
      value: values.slice(offset, offset + size),
    };
    if (offset + size >= values.length) return { status: 200, json: { ...body, ...end } };
    const token = Buffer.from(JSON.stringify({ ...next, offset: offset + size })).toString('base64url');
    return { status: 200, json: { ...body, '@odata.nextLink': `${url()}${key}?$skiptoken=${token}` } };
  }

  const parse = (token: string) => JSON.parse(Buffer.from(token, 'base64url').toString());

  function delta(path: string, calendarId: string, query: URLSearchParams): FakeResponse {
    for (const name of ['$select', '$filter', '$orderby', '$expand', '$search'])
      if (query.has(name)) return refused(400, 'ErrorInvalidUrlQuery', `The query parameter ${name} is not supported.`);
    const skip = query.get('$skiptoken');
    if (skip !== null) {
      const { round, offset, ...rest } = parse(skip);
      const values = rounds.get(round);
      if (!values || rest.sequence < oddities.forgottenUntil) return refused(410, 'SyncStateNotFound');
      return deltaPage(path, values, offset, round, rest);
    }
    const since = query.get('$deltatoken');
    const given = since === null ? null : parse(since);
    if (given && given.calendarId !== calendarId)
      return refused(400, 'ErrorInvalidParameter', 'The token is not of here.');
    if (given && given.sequence < oddities.forgottenUntil) return refused(410, 'SyncStateNotFound');
    const { from, to } = given ?? { from: query.get('startDateTime'), to: query.get('endDateTime') };
    if (!from || !to) return refused(400, 'ErrorInvalidParameter', 'This request requires a time window.');
    const current = within(new Date(from), new Date(to), calendarId);
    const values = given ? changesSince(given.sequence, current, calendarId) : current.map(told);
    const round = newId('round');
    rounds.set(round, oddities.isMessy ? messy(values, current) : values);
    return deltaPage(path, rounds.get(round) as object[], 0, round, { from, to, sequence, calendarId });
  }

  function deltaPage(path: string, values: object[], offset: number, round: string, rest: object): FakeResponse {
    const token = Buffer.from(JSON.stringify(rest)).toString('base64url');
    const end = { '@odata.deltaLink': `${url()}${path}?$deltatoken=${token}` };
    return page(values, offset, path, { round, ...rest }, end);
  }

  /** What has changed since: also of events that are out of the range, whether they ever were in it. */
  function changesSince(since: number, current: Instance[], calendarId: string): object[] {
    const here = new Map(current.map((one) => [one.id, one]));
    const changed = [...changes].filter(([id, at]) => at > since && homes.get(id)?.has(calendarId)).map(([id]) => id);
    return changed.flatMap((id): object[] => {
      const instance = here.get(id);
      if (instance) return [told(instance)];
      // A series takes place as its occurrences do.
      const item = items.get(id);
      return item?.occurrences && item.calendarId === calendarId ? [] : [{ id, '@removed': { reason: 'deleted' } }];
    });
  }

  /** The same with older versions before, and some twice; and series, which Graph sometimes tells of, at the end. */
  function messy(values: object[], current: Instance[]): object[] {
    const older = values.map((value) => ({ ...value, ...('subject' in value && { subject: 'An older version' }) }));
    const series = new Set(current.flatMap(({ item }) => (item.occurrences ? [item] : [])));
    return [...older, ...values.toReversed(), ...[...series].map(master)];
  }

  function view(path: string, calendarId: string, query: URLSearchParams): FakeResponse {
    const skip = query.get('$skiptoken');
    const given =
      skip === null ? { offset: 0, from: query.get('startDateTime'), to: query.get('endDateTime') } : parse(skip);
    if (!given.from || !given.to) return refused(400, 'ErrorInvalidParameter', 'This request requires a time window.');
    const values = within(new Date(given.from), new Date(given.to), calendarId).map(full);
    return page(values, given.offset, path, { from: given.from, to: given.to }, {});
  }

  /** An event by its id. @param calendarId the calendar that it is asked for in; null for any of the mailbox */
  function one(id: string, calendarId: string | null = null): FakeResponse {
    const item = items.get(id) ?? seriesOf.get(id);
    if (item && calendarId !== null && item.calendarId !== calendarId) return refused(404, 'ErrorItemNotFound');
    if (item?.occurrences && item.id === id) return { status: 200, json: master(item) };
    const instance = item && instancesOf(item).find((found) => found.id === id);
    return instance ? { status: 200, json: full(instance) } : refused(404, 'ErrorItemNotFound');
  }

  function change(item: Item, ...ids: string[]) {
    item.changeKey += 1;
    item.changedAt = clock.now();
    touch(item.calendarId, item.id, ...ids);
  }

  /** Adds an event to the main calendar, or to another one. @returns its id */
  function add(event: FakeEvent, calendarId = main): string {
    const id = newId('event');
    items.set(id, { ...event, id, calendarId, changeKey: 1, changedAt: clock.now(), occurrences: null });
    touch(calendarId, id);
    return id;
  }

  /** Moves an event, or a series with all of its occurrences, to another calendar. It keeps its ids. */
  function move(id: string, calendarId: string) {
    const item = items.get(id) as Item;
    const ids = (item.occurrences ?? []).map((occurrence) => occurrence.id);
    change(item, ...ids);
    item.calendarId = calendarId;
    touch(calendarId, id, ...ids);
  }

  /** Changes an event, or a series with all of its occurrences. */
  function update(id: string, changed: Partial<FakeEvent>) {
    const item = items.get(id) as Item;
    Object.assign(item, changed);
    change(item, ...(item.occurrences ?? []).map((occurrence) => occurrence.id));
  }

  /** Makes an occurrence an exception. */
  function updateOccurrence(id: string, occurrenceId: string, exception: Partial<FakeEvent>) {
    const item = items.get(id) as Item;
    const occurrence = item.occurrences?.find((found) => found.id === occurrenceId) as Occurrence;
    occurrence.exception = { ...occurrence.exception, ...exception };
    change(item, occurrenceId);
  }

  function deleteOccurrence(id: string, occurrenceId: string) {
    const item = items.get(id) as Item;
    const occurrence = item.occurrences?.find((found) => found.id === occurrenceId) as Occurrence;
    occurrence.isDeleted = true;
    item.changeKey += 1;
    item.changedAt = clock.now();
    if (oddities.tellsDeletedOccurrences) touch(item.calendarId, occurrenceId);
  }

  /** Deletes an event, or a series with all of its occurrences. */
  function remove(id: string) {
    const item = items.get(id);
    items.delete(id);
    for (const occurrence of item?.occurrences ?? []) seriesOf.delete(occurrence.id);
    touch(item?.calendarId ?? main, id, ...(item?.occurrences ?? []).map((occurrence) => occurrence.id));
  }

  /** Does what was asked for, and responds as if it had not been done, as often as was asked for. */
  function done(response: FakeResponse): FakeResponse {
    if (oddities.lostResponses === 0) return response;
    oddities.lostResponses -= 1;
    return { status: 503, html: 'Service Unavailable' };
  }

  /** The values of an event that is written. Null if they are none. */
  function writtenOf(json: unknown): Partial<FakeEvent> | null {
    const { subject, start, end, showAs, transactionId } = Object(json) as Record<string, unknown>;
    const [from, to] = [start, end].map((time) => (time ? new Date(`${Object(time).dateTime}Z`) : null));
    const isTold = [start, end].every((time) => !time || Object(time).timeZone === 'UTC');
    if (!isTold || (from && to && to < from)) return null;
    const minutes = from && to && (to.getTime() - from.getTime()) / 60_000;
    return {
      ...(typeof subject === 'string' && { subject }),
      ...(from && { startsAt: from }),
      ...(typeof minutes === 'number' && { minutes }),
      ...(typeof showAs === 'string' && { showAs: showAs as FreeBusyStatus }),
      ...(typeof transactionId === 'string' && { transactionId }),
    };
  }

  function create(json: unknown): FakeResponse {
    const { subject = '', startsAt, minutes, ...more } = writtenOf(json) ?? {};
    if (!startsAt || minutes === undefined) return refused(400, 'ErrorPropertyValidationFailure');
    const isRepeated = [...items.values()].some((one) => one.transactionId === more.transactionId);
    if (isRepeated) return refused(409, 'ErrorDuplicateTransactionId', 'You tried to submit the same transaction.');
    const id = add({ subject, startsAt, minutes, ...more });
    return done({ status: 201, json: full(instancesOf(items.get(id) as Item)[0] as Instance) });
  }

  function write(id: string, { method, json }: Asked): FakeResponse {
    if (!items.has(id)) return refused(404, 'ErrorItemNotFound');
    if (method === 'DELETE') {
      remove(id);
      return done({ status: 204 });
    }
    const changed = writtenOf(json);
    if (!changed) return refused(400, 'ErrorPropertyValidationFailure');
    update(id, changed);
    return done(one(id));
  }

  /** The responses that were sent to organizers. */
  const sentResponses: { subject: string; action: string; comment: string }[] = [];

  function respondTo(id: string, action: string, json: unknown): FakeResponse {
    const item = items.get(id) ?? seriesOf.get(id);
    const occurrence = item?.occurrences?.find((found) => found.id === id);
    if (!item || (item.id !== id && !occurrence)) return refused(404, 'ErrorItemNotFound');
    const own: FakeEvent = { ...item, ...occurrence?.exception };
    if ((own.response ?? 'organizer') === 'organizer')
      return refused(400, 'ErrorInvalidRequest', 'Your request can’t be completed: you are the organizer.');
    sentResponses.push({ subject: own.subject, action, comment: String(Object(json).comment ?? '') });
    const responses: Record<string, ResponseType> = { accept: 'accepted', tentativelyAccept: 'tentativelyAccepted' };
    const response = responses[action] ?? 'declined';
    // Outlook takes a declined meeting out of the calendar.
    if (response === 'declined' && !occurrence) remove(id);
    else if (response === 'declined') deleteOccurrence(item.id, id);
    else if (occurrence) updateOccurrence(item.id, id, { response });
    else update(id, { response });
    return done({ status: 202 });
  }

  /** The calendars of the mailbox. Graph tells ten at a time. */
  function list(query: URLSearchParams): FakeResponse {
    const offset = Number(query.get('$skip') ?? 0);
    const size = Math.min(10, Math.max(1, oddities.pageSize));
    const value = [...calendars.values()].slice(offset, offset + size);
    const next = `${url()}/v1.0/me/calendars?$skip=${offset + size}`;
    return { status: 200, json: { value, ...(offset + size < calendars.size && { '@odata.nextLink': next }) } };
  }

  return {
    oddities,
    sentResponses,
    /** The id of the main calendar. */
    main,
    calendars,
    /** Adds a calendar to the mailbox. @param of whose it is, if it is another person's. @returns its id */
    addCalendar(name: string, of = owner): string {
      const id = newId('calendar');
      calendars.set(id, { id, name, isDefaultCalendar: false, canEdit: of === owner, owner: ownerOf(of) });
      return id;
    },
    /** Takes a calendar away, with its events. */
    removeCalendar(id: string) {
      for (const item of [...items.values()]) if (item.calendarId === id) remove(item.id);
      calendars.delete(id);
    },
    move,
    respond(asked: Asked, { pathname, searchParams }: URL): FakeResponse | null {
      const { prefer, method, json } = asked;
      const [, calendar, rest = ''] = /^\/v1\.0\/me(?:\/calendars\/([^/]+))?(\/.*)?$/.exec(pathname) ?? [];
      const calendarId = calendar === undefined ? null : decodeURIComponent(calendar);
      if (method === 'GET' && pathname === '/v1.0/me/calendars') return list(searchParams);
      if (calendarId !== null && !calendars.has(calendarId)) return refused(404, 'ErrorItemNotFound');
      if (calendarId !== null && rest === '') return { status: 200, json: calendars.get(calendarId) };
      const [, id, action] = /^\/events\/([^/]+)(?:\/(accept|tentativelyAccept|decline))?$/.exec(rest) ?? [];
      const isView = rest === '/calendarView/delta' || rest === '/calendarView';
      if (method !== 'GET' && /IdType="ImmutableId"/.test(prefer)) {
        if (method === 'POST' && pathname === '/v1.0/me/events') return create(json);
        if (id === undefined || (method === 'POST') !== (action !== undefined)) return null;
        const eventId = decodeURIComponent(id);
        return action === undefined ? write(eventId, asked) : respondTo(eventId, action, json);
      }
      if (!isView && id === undefined) return null;
      if (!/IdType="ImmutableId"/.test(prefer) || (isView && !/odata\.maxpagesize=\d+/.test(prefer)))
        return refused(
          400,
          'ErrorInvalidRequest',
          'The fake wants the header Prefer with an IdType, and a page size for lists.',
        );
      if (id !== undefined) return one(decodeURIComponent(id), calendarId);
      const read = rest === '/calendarView' ? view : delta;
      return read(pathname, calendarId ?? main, searchParams);
    },
    add,
    /** Adds a series of weekly occurrences. @returns its id and those of the occurrences */
    addSeries(event: FakeEvent, count: number, calendarId = main): { id: string; occurrenceIds: string[] } {
      const id = newId('series');
      const occurrences = Array.from({ length: count }, (_one, index) => ({
        id: newId('occurrence'),
        start: new Date(event.startsAt.getTime() + index * 7 * day),
        isDeleted: false,
        exception: null,
      }));
      const item = { ...event, id, calendarId, changeKey: 1, changedAt: clock.now(), occurrences };
      items.set(id, item);
      for (const occurrence of occurrences) seriesOf.set(occurrence.id, item);
      const occurrenceIds = occurrences.map((occurrence) => occurrence.id);
      touch(calendarId, id, ...occurrenceIds);
      return { id, occurrenceIds };
    },
    update,
    updateOccurrence,
    deleteOccurrence,
    remove,
    /** Makes all links of deltas so far worthless. */
    forget() {
      sequence += 1;
      oddities.forgottenUntil = sequence;
    },
    items: () => [...items.values()],
    /** What takes place in a range. */
    within: (from: Date, to: Date) =>
      within(from, to).map(({ id, startsAt, endsAt, item, occurrence }) => {
        const own: FakeEvent = { ...item, ...occurrence?.exception };
        return {
          id,
          calendarId: item.calendarId,
          iCalUId: uidOf(item),
          subject: own.subject,
          startsAt,
          endsAt,
          isCancelled: own.isCancelled ?? false,
        };
      }),
  };
}

export type FakeCalendar = ReturnType<typeof createFakeCalendar>;
