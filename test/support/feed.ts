import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTestApp, type Person, type SignedInPerson, type TestApp } from './app.ts';
import { listening } from './listening.ts';
import { staying } from './staying.ts';

/* Somebody who has subscribed to a calendar, and the server of that. */

/** What a server responds with: a calendar's text, or a function that writes the response. */
export type FeedAnswer = string | ((response: ServerResponse, request: IncomingMessage) => void);

export const privately = { ALLOW_PRIVATE_ADDRESSES: 'on' };

/** An event of a calendar, by its UID, title and the day of November 2026 on which it takes place from 10 to 11. */
export const event = (uid: string, title: string, day: number, more = '') => `BEGIN:VEVENT
UID:${uid}
DTSTAMP:20261101T000000Z
DTSTART:202611${String(day).padStart(2, '0')}T100000Z
DTEND:202611${String(day).padStart(2, '0')}T110000Z
SUMMARY:${title}
${more}END:VEVENT
`;

export const calendarOf = (...events: string[]) =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n${events.join('')}END:VCALENDAR\n`.replaceAll('\n', '\r\n');

/** Starts the server of a calendar. What it responds with can be changed. */
export async function createFeed(answer: FeedAnswer) {
  const state = { answer, requests: [] as IncomingMessage[] };
  const { url } = await listening((request, response) => {
    state.requests.push(request);
    if (typeof state.answer === 'function') state.answer(response, request);
    else response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(state.answer);
  });
  return Object.assign(state, { url: `${url}/secret-path/calendar.ics` });
}

export type Feed = Awaited<ReturnType<typeof createFeed>>;

export const syncFields = `id state problem connectedTo name refreshMinutes failureCount isSyncing lastSyncedAt nextSyncAt
  syncRuns(first: 50) { totalCount nodes { startedAt outcome problem createdCount updatedCount unchangedCount cancelledCount
  skippedCount warnings } }`;

export interface FeedScene {
  app: TestApp;
  ada: SignedInPerson;
  feed: Feed;
  id: string;
}

/** Ada, who has subscribed to a calendar that was not read yet. */
export async function feedScene(
  answer: FeedAnswer,
  overrides: Parameters<typeof createTestApp>[1] = {},
): Promise<FeedScene> {
  const app = await createTestApp(privately, overrides);
  const ada = staying(app, await app.person());
  const feed = await createFeed(answer);
  const { id } = await ada.mutate('subscribeToCalendar', { url: feed.url });
  return { app, ada, feed, id };
}

export const integrationOf = async (person: Person, id: string) =>
  (await person.query(`query ($id: ID!) { integration(id: $id) { ${syncFields} } }`, { id })).integration;

export const latestSyncOf = async (person: Person, id: string) => (await integrationOf(person, id)).syncRuns.nodes[0];

/** Has the calendar read now. @returns the sync */
export async function syncNow({ app, ada, id }: FeedScene) {
  app.clock.advance(5_000);
  const result = await ada.mutate('syncIntegration', { id });
  if (result.__typename !== 'Integration') throw new Error(JSON.stringify(result));
  await app.worker.work();
  return latestSyncOf(ada, id);
}

export const meetingsOf = async (person: Person) =>
  (await person.query('{ meetings { nodes { id title status startsAt notes } } }')).meetings.nodes;
