import { request } from 'node:http';
import type { Application } from '../../src/app.ts';

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The errors of a GraphQL answer. */
  errors: { message: string; extensions: Record<string, unknown> }[];
}

/** Asks an application for a path, as the Fetch API would. */
export async function fetchFrom(
  app: Pick<Application, 'fetch'>,
  path: string,
  init?: RequestInit,
): Promise<HttpAnswer> {
  return answerOf(await app.fetch(new Request(`http://waymark.test${path}`, init)));
}

/** What a response has in it. */
export async function answerOf(response: Response): Promise<HttpAnswer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const errors = isJson ? ((JSON.parse(text).errors ?? []) as HttpAnswer['errors']) : [];
  return { status: response.status, headers: response.headers, text, errors };
}

/** Sends a request that a browser or `fetch` would never send. */
export function sendRaw(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
