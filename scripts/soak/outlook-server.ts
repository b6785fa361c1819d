/* A server whose clock and syncs the soak commands, line by line, so that it can kill it at any moment. */
import { createInterface } from 'node:readline';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { ensureOwner } from '../../src/domains/accounts/accounts/accounts.service.ts';
import {
  pauseIntegration,
  resumeIntegration,
} from '../../src/domains/integrations/integrations/integrations.service.ts';
import { updateOutlookCalendar } from '../../src/domains/integrations/outlook-calendars/outlook-calendars.service.ts';
import { pollSignIn, startIntegrationSignIn } from '../../src/domains/integrations/sign-ins/sign-ins.service.ts';
import { actFor } from '../../src/platform/context.ts';
import { ConflictError } from '../../src/platform/errors.ts';

/** What the soak asks for. */
export type Command = { now: string; do: 'start' | 'connect' | 'sync' | 'choose' | 'work' | 'tell'; body?: unknown };

/** What the server has: its mirror, its meetings that are not cancelled, and how its integration is. */
export interface Told {
  /** The ids at Graph of the calendars that are followed, the one that counts first. */
  followed: string[];
  window: { from: string; to: string } | null;
  events: string[];
  meetings: { title: string; startsAt: string }[];
  state: string;
  problem: string | null;
  runs: number;
}

let now = new Date(0);
const app = await createApp(parseConfig(process.env), { clock: { now: () => now }, writeDelay: null });
const { account } = await ensureOwner(app.systemContext());
const ctxNow = () => actFor(app.systemContext(), account);

async function connect(): Promise<void> {
  const input = { provider: 'OUTLOOK', method: 'DEVICE' } as const;
  const { integrationSignIn } = await startIntegrationSignIn(ctxNow(), input);
  now = new Date(integrationSignIn.nextPollAt ?? now);
  await pollSignIn(ctxNow(), integrationSignIn.id);
}

async function sync(): Promise<void> {
  const integration = await app.db.reads.integration.findFirstOrThrow();
  const input = { id: integration.id };
  // Signing in again is what a person does who is told to; a resumed integration is read as soon as its provider allows it.
  if (integration.state === 'NEEDS_SIGN_IN') await connect();
  else {
    await pauseIntegration(ctxNow(), input);
    await resumeIntegration(ctxNow(), input).catch(unlessResumed);
  }
  await app.worker.work();
}

/** Follows a calendar by chance, or follows it no more. @param body what chance has decided */
async function choose({ index, isFollowed }: { index: number; isFollowed: boolean }): Promise<void> {
  const calendars = await app.db.reads.outlookCalendar.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const chosen = calendars[index % Math.max(1, calendars.length)];
  if (chosen) await updateOutlookCalendar(ctxNow(), { id: chosen.id, isFollowed });
  await app.worker.work();
}

/** The other server may have resumed it. */
function unlessResumed(error: unknown): void {
  if (!(error instanceof ConflictError)) throw error;
}

async function tell(): Promise<Told> {
  const read = await app.db.reads.outlookCalendar.findFirst({ where: { windowTo: { not: null } } });
  const order = [{ isMain: 'desc' as const }, { createdAt: 'asc' as const }, { id: 'asc' as const }];
  const calendars = await app.db.reads.outlookCalendar.findMany({ where: { isFollowed: true }, orderBy: order });
  const events = await app.db.reads.outlookEvent.findMany();
  const meetings = await app.db.reads.meeting.findMany({ where: { status: { not: 'CANCELLED' } } });
  const { state, problem } = await app.db.reads.integration.findFirstOrThrow();
  return {
    followed: calendars.map(({ calendarId }) => calendarId),
    window: read && { from: read.windowFrom?.toISOString() ?? '', to: read.windowTo?.toISOString() ?? '' },
    events: events.filter(({ data }) => JSON.parse(data).type !== 'seriesMaster').map(({ eventId }) => eventId),
    meetings: meetings.map(({ title, startsAt }) => ({ title, startsAt: startsAt?.toISOString() ?? '' })),
    state,
    problem,
    runs: await app.db.reads.syncRun.count(),
  };
}

const actions = {
  start: async () => null,
  connect,
  sync,
  choose: (body: unknown) => choose(body as Parameters<typeof choose>[0]),
  work: () => app.worker.work(),
  tell,
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command;
  now = new Date(command.now);
  const answer = await actions[command.do](command.body).catch((error: unknown) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(answer ?? {})}\n`);
}
await app.close();
