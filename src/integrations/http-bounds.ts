import { collectBytes } from '../platform/runtime/collect-bytes.ts';

/* Requests to servers that the configuration names. Addresses that people enter are called by outbound-http instead. */

/** How long a response may take, in milliseconds. */
const timeout = 20_000;
/** The maximum size of a response, in bytes. A page of 50 events with long texts has less. */
const maxBytes = 16 * 1024 ** 2;

/** Fetches within bounds of time and size, without following redirects. @throws Error if the response exceeds them */
export async function fetchBounded(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const late = AbortSignal.timeout(timeout);
  const signal = init.signal ? AbortSignal.any([late, init.signal]) : late;
  const response = await fetch(url, { ...init, redirect: 'manual', signal });
  const tooLong = () => new Error(`The response has more than ${maxBytes} bytes.`);
  const bytes = await collectBytes(response.body, maxBytes, tooLong);
  const { status, statusText, headers } = response;
  // A status without a body must not be given one.
  const body = bytes.byteLength === 0 ? null : bytes;
  return new Response(body, { status, statusText, headers });
}
