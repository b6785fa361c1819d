import { full, type Instance, master, told } from './events.ts';
import type { Mailbox } from './mailbox.ts';
import { refused } from './refusals.ts';
import type { FakeResponse } from './server.ts';

/* A calendar as a view of a range, and as a delta of one, in pages. */

/** What is odd about them. */
export interface ViewOddities {
  /** The size of a page, at most what is asked for. */
  pageSize: number;
  /** Whether pages have an empty one among them, events twice, and older versions before newer ones. */
  isMessy: boolean;
  /** Whether all links of deltas so far are forgotten. */
  forgottenUntil: number;
}

/** Creates the views of a mailbox. @param url where the fake is, for the links of pages */
export function createViews(mailbox: Mailbox, url: () => string, oddities: ViewOddities) {
  const rounds = new Map<string, object[]>();

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
    const current = mailbox.instancesWithin(new Date(from), new Date(to), calendarId);
    const values = given ? changesSince(given.sequence, current, calendarId) : current.map(told);
    const round = mailbox.newId('round');
    rounds.set(round, oddities.isMessy ? messy(values, current) : values);
    return deltaPage(path, rounds.get(round) as object[], 0, round, {
      from,
      to,
      sequence: mailbox.sequence(),
      calendarId,
    });
  }

  function deltaPage(path: string, values: object[], offset: number, round: string, rest: object): FakeResponse {
    const token = Buffer.from(JSON.stringify(rest)).toString('base64url');
    const end = { '@odata.deltaLink': `${url()}${path}?$deltatoken=${token}` };
    return page(values, offset, path, { round, ...rest }, end);
  }

  /** What has changed since: also of events that are out of the range, whether they ever were in it. */
  function changesSince(since: number, current: Instance[], calendarId: string): object[] {
    const here = new Map(current.map((one) => [one.id, one]));
    const changed = [...mailbox.changes]
      .filter(([id, at]) => at > since && mailbox.homes.get(id)?.has(calendarId))
      .map(([id]) => id);
    return changed.flatMap((id): object[] => {
      const instance = here.get(id);
      if (instance) return [told(instance)];
      // A series takes place as its occurrences do.
      const item = mailbox.items.get(id);
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
    const values = mailbox.instancesWithin(new Date(given.from), new Date(given.to), calendarId).map(full);
    return page(values, given.offset, path, { from: given.from, to: given.to }, {});
  }

  return { delta, view };
}
