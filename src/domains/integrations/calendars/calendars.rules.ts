import { z } from 'zod';
import { maxCalendarBytes } from '../../../integrations/ics/components.ts';
import type { SkippedEvent } from '../../../integrations/ics/read-calendar.ts';
import { webAddress } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { integrationFields } from '../integrations/integrations.rules.ts';
import { isRecent } from '../sync-tasks/sync-tasks.rules.ts';

/** How long the server of a calendar may take to respond, in milliseconds. */
const responseTimeout = 30_000;
/** For how long a server is believed that its calendar has not changed, in milliseconds: series come into range day by day. */
const believedFor = 24 * 60 * 60 * 1000;

/** The web address of a calendar. Calendar programs write `webcal:` for `https:`. */
const calendarAddress = describeRule(
  z
    .string({ error: 'must be a web address' })
    .transform((text) => text.trim().replace(/^webcals?:/i, 'https:'))
    .pipe(webAddress)
    .transform((text) => text.replace(/#.*$/, '')),
  { limits: 'http, https or webcal, at most 2,000 characters.' },
);

export const subscribeToCalendarInput = z.object({
  url: calendarAddress,
  name: integrationFields.name.nullish(),
  refreshMinutes: integrationFields.refreshMinutes.nullish(),
});

/** The credentials of a calendar: who knows its address can often read it. */
export interface CalendarAddress {
  url: string;
}

interface Validators {
  etag: string | null;
  lastModified: string | null;
  readAt: Date | null;
}

/** Whether a calendar is asked for only if it has changed. No other request can be told that it has not. */
export const isConditional = ({ etag, lastModified, readAt }: Validators, now: Date): boolean =>
  readAt !== null && isRecent(readAt, now, believedFor) && (etag !== null || lastModified !== null);

/** How to ask for a calendar: only if it has changed, where that is known to be enough. */
export function requestFor(validators: Validators, now: Date) {
  const { etag, lastModified } = validators;
  const isBelieved = isConditional(validators, now);
  return {
    headers: {
      // Some servers refuse requests without one.
      'user-agent': 'Waymark',
      accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
      ...(isBelieved && etag !== null && { 'if-none-match': etag }),
      ...(isBelieved && lastModified !== null && { 'if-modified-since': lastModified }),
    },
    timeout: responseTimeout,
    maxBytes: maxCalendarBytes,
  };
}

/** A validator of a response, if it can be stored and sent back. */
export const keptValidator = (value: string | undefined): string | null =>
  value !== undefined && value.length <= 500 && /^[\x20-\x7e]+$/.test(value) ? value : null;

/** What a status means that is not the calendar, in a sentence. */
export function statusProblem(status: number): string {
  const told = `The server of the calendar responded with ${status}.`;
  if (![401, 403, 404, 410].includes(status)) return told;
  return `${told} Check whether the address is still valid: if it has another one now, subscribe to that.`;
}

const [refused, insecure] = [
  'its server does not accept the connection.',
  'its server has no valid certificate, or does not speak https at this address.',
];

/** What errors of connections mean, by the start of their codes. */
const connectionProblems: Record<string, string> = {
  ECONNREFUSED: refused,
  ECONNRESET: refused,
  EHOSTUNREACH: refused,
  ENETUNREACH: refused,
  EPROTO: insecure,
  CERT_: insecure,
  DEPTH_ZERO_SELF_SIGNED_CERT: insecure,
  SELF_SIGNED_CERT_IN_CHAIN: insecure,
  UNABLE_TO_: insecure,
  ERR_TLS_: insecure,
};

/** Why there is no response, in a sentence. */
export function connectionProblem(error: unknown): string {
  const { code = '', message = '' } = Object(error) as { code?: string; message?: string };
  const known = Object.entries(connectionProblems).find(([start]) => String(code).startsWith(start));
  const [line = ''] = message.split('\n');
  return `The calendar cannot be read: ${known?.[1] ?? line.slice(0, 300)}`;
}

/** The text of a calendar, in the character set that its server names. Default: UTF-8. */
export function decodeCalendar(body: Uint8Array, contentType: string | undefined): string {
  const [, charset = 'utf-8'] = /charset="?([\w.:-]+)/i.exec(contentType ?? '') ?? [];
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    // The name is not known.
    return new TextDecoder().decode(body);
  }
}

/** An event that was left out, in a sentence. */
export const skippedSentence = ({ summary, uid, line, reason }: SkippedEvent): string =>
  `${summary || uid} (line ${line}) was left out: ${reason}`;
