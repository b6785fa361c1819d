import type { Event, FreeBusyStatus, ResponseType } from '@microsoft/microsoft-graph-types';

/* Events and series of weekly occurrences with exceptions, and how Microsoft Graph tells them. */

export const day = 86_400_000;

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
export interface FakeItem extends FakeEvent {
  id: string;
  calendarId: string;
  changeKey: number;
  changedAt: Date;
  /** The occurrences of a series: a week apart. */
  occurrences: FakeOccurrence[] | null;
}

export interface FakeOccurrence {
  id: string;
  start: Date;
  isDeleted: boolean;
  /** What differs from the series, of an exception. */
  exception: Partial<FakeEvent> | null;
}

/** An event, occurrence or exception that takes place. */
export interface Instance {
  id: string;
  startsAt: Date;
  endsAt: Date;
  type: 'singleInstance' | 'occurrence' | 'exception';
  item: FakeItem;
  occurrence: FakeOccurrence | null;
}

/** What an event is, or what a series has, but for deleted occurrences. */
export function instancesOf(item: FakeItem): Instance[] {
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
const timeOf = (time: Date, isAllDay: boolean) => ({
  dateTime: `${time.toISOString().slice(0, isAllDay ? 10 : 19)}${isAllDay ? 'T00:00:00' : ''}.0000000`,
  timeZone: 'UTC',
});

const eventType: object = { '@odata.type': '#microsoft.graph.event' };
/** What OData adds, which the types of Graph do not have. */
const annotations = (item: FakeItem): object => ({ '@odata.etag': tag(item) });
const tag = ({ changeKey }: FakeItem) => `W/"${changeKey}"`;

function times({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, isAllDay = false) {
  // The end of an all-day event is the midnight after it.
  const end = isAllDay ? new Date(Math.ceil(endsAt.getTime() / day) * day) : endsAt;
  return { start: timeOf(startsAt, isAllDay), end: timeOf(end, isAllDay) };
}

/** An event in full. */
export function full(instance: Instance): Event {
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

/** A series in full. */
export function master(item: FakeItem): Event {
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

export const uidOf = ({ iCalUId, id }: FakeItem) => iCalUId ?? `040000008200E00074C5B7101A82E008${id}`;

const detailsOf = (item: FakeItem, own: FakeEvent): Event => ({
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
export function told(instance: Instance): Event {
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
