import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Html, html } from '../../src/http/pages/html.ts';
import type { FakeGraph } from '../../test/support/fakes/graph/server.ts';
import type { FakeMiro } from '../../test/support/fakes/miro/server.ts';

/*
 * The desk of the demo: a page that shows what the fakes have, and changes it as somebody in Outlook, To Do or Miro does, or has
 * them fail as they can.
 */

const user = 'ada';
const days = 14;
const hour = 3_600_000;

type Act = (id: string, text: string) => void;

/** What can be done, by the name that is on its button. */
function actsOf(graph: FakeGraph, miro: FakeMiro): Record<string, Act> {
  const [calendar, todo] = [graph.calendarOf(user), graph.todoOf(user)];
  const fail = (status: number, headers: Record<string, string> = {}) => {
    graph.faults.push({ path: /^\/v1\.0\//, times: 3, respond: { status, headers, html: 'A fault of the demo.' } });
  };
  /** Changes an event, or an occurrence by itself. */
  const change = (id: string, changed: Parameters<typeof calendar.update>[1]) => {
    const series = calendar.seriesOf.get(id);
    if (series) calendar.updateOccurrence(series.id, id, changed);
    else calendar.update(id, changed);
  };
  return {
    complete: (id) => todo.update(id, { status: 'completed' }),
    reopen: (id) => todo.update(id, { status: 'notStarted' }),
    rename: (id, text) => todo.update(id, { title: text.trim() || 'Untitled' }),
    delete: (id) => void todo.remove(id),
    add: (id, text) => void todo.add(id, { title: text.trim() || 'Untitled' }),
    'change the subject': (id, text) => change(id, { subject: text.trim() || 'Untitled' }),
    'cancel the event': (id) => change(id, { isCancelled: true }),
    'delete the event': (id) => {
      const series = calendar.seriesOf.get(id);
      if (series) calendar.deleteOccurrence(series.id, id);
      else calendar.remove(id);
    },
    'delete the item': (id, board) => miro.boards.remove(board, id),
    'throttle three calls, for half a minute': () => fail(429, { 'retry-after': '30' }),
    'fail three calls': () => fail(503),
    'lose the next response to a write': () => {
      todo.oddities.lostResponses = 1;
      calendar.oddities.lostResponses = 1;
    },
    'forget all delta links': () => {
      todo.forget();
      calendar.forget();
    },
    'revoke the sign-in to Microsoft': () => graph.identity.revokeAll(),
    'revoke the sign-in to Miro': () => miro.identity.revokeAll(),
  };
}

const form = (act: string, id = '', text: Html = html``) =>
  html`<form method="post"><input type="hidden" name="id" value="${id}">${text}<button name="act" value="${act}">${act}</button></form>`;
const field = (value: string) => html`<input name="text" value="${value}" aria-label="Text">`;

const faults = [
  'throttle three calls, for half a minute',
  'fail three calls',
  'lose the next response to a write',
  'forget all delta links',
  'revoke the sign-in to Microsoft',
  'revoke the sign-in to Miro',
];

function page(graph: FakeGraph, miro: FakeMiro, now: Date): string {
  const [calendar, todo] = [graph.calendarOf(user), graph.todoOf(user)];
  const events = calendar
    .within(now, new Date(now.getTime() + days * 24 * hour))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const body = html`<h1>The desk of the demo</h1>
<p>What Outlook, To Do and Miro have, to change it there. Waymark reads it on <code>syncIntegration</code>, or within 15 minutes.</p>
<h2>To Do</h2>${todo.lists().map(
    ({ id: listId, name }) =>
      html`<h3>${name}</h3><ul>${todo.inList(listId).map(
        ({ id, title, status, due, recurrence }) =>
          html`<li>${status}${due ? `, due ${due.dateTime.slice(0, 10)}` : ''}${recurrence ? ', repeats' : ''}
${form('rename', id, field(title))}${form(status === 'completed' ? 'reopen' : 'complete', id)}${form('delete', id)}</li>`,
      )}<li>${form('add', listId, field(''))}</li></ul>`,
  )}
<h2>Calendar, the next ${days} days</h2><ul>${events.map(
    ({ id, subject, startsAt, isCancelled }) =>
      html`<li>${startsAt.toISOString().slice(0, 16)}Z${isCancelled ? ', cancelled' : ''}
${form('change the subject', id, field(subject))}${form('cancel the event', id)}${form('delete the event', id)}</li>`,
  )}</ul>
<h2>Miro</h2>${miro.boards.names().map(
    (board) =>
      html`<h3>${board}</h3><ul>${miro.boards.items(board).map(
        ({ id, type, data }) =>
          html`<li>${type}: ${(data.title ?? data.content ?? '').replaceAll(/<[^>]*>/g, ' ')}
${form('delete the item', id, html`<input type="hidden" name="text" value="${board}">`)}</li>`,
      )}</ul>`,
  )}
<h2>Faults</h2><ul>${faults.map((act) => html`<li>${form(act)}</li>`)}</ul>`;
  const style = 'body{font:16px sans-serif;max-width:60rem;margin:2rem auto}form{display:inline;margin-left:.5rem}';
  return html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Desk</title><style>${style}</style>${body}</html>`
    .text;
}

/** Starts the desk. @returns its address */
export async function openDesk(graph: FakeGraph, miro: FakeMiro): Promise<string> {
  const acts = actsOf(graph, miro);
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end(page(graph, miro, new Date()));
    }
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    const sent = new URLSearchParams(text);
    acts[sent.get('act') ?? '']?.(sent.get('id') ?? '', sent.get('text') ?? '');
    response.writeHead(303, { location: '/' }).end();
  }
  const server = createServer((request, response) => {
    // What is named may be gone meanwhile.
    handle(request, response).catch(() => response.writeHead(404).end('That is gone. Go back.'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
