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
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxBytes) throw new Error(`The response has more than ${maxBytes} bytes.`);
    parts.push(part as Uint8Array<ArrayBuffer>);
  }
  const { status, statusText, headers } = response;
  // A status without a body must not be given one.
  const body = size === 0 ? null : new Blob(parts);
  return new Response(body, { status, statusText, headers });
}
