import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { listening } from './listening.ts';

/** A received message. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into messages of every shape
  json: any;
}

/** The response of a receiver: a status, or a function that writes it. */
export type Answering = number | ((response: ServerResponse) => void);

/**
 * A receiver of webhooks on the loopback interface.
 * @param script the responses to the messages in order; the last one also to all that follow
 */
export async function createReceiver(...script: Answering[]) {
  const received: Received[] = [];
  const { url, server } = await listening((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body, json: JSON.parse(body) });
      const answer = script[Math.min(received.length, script.length) - 1] ?? 204;
      if (typeof answer === 'number') response.writeHead(answer).end();
      else answer(response);
    });
  });
  return { url: `${url}/hook`, received, server };
}

/** Whether a message is signed with a secret according to Standard Webhooks. Independent of the code under test. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const text = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  const expected = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}
