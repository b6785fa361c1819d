import type { SignInProvider } from '../domains/integrations/providers/providers.rules.ts';
import { completeIntegrationSignIn } from '../domains/integrations/sign-ins/sign-ins.service.ts';
import type { Context, ViewerContext } from '../platform/context.ts';
import { authenticate } from './authenticate.ts';

const headers = {
  'cache-control': 'no-store',
  // The address has a code in it.
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

const text = (status: number, body: string) =>
  new Response(`${body}\n`, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });

/** The parameter of the second visit, which comes from a page of our own. */
const returned = 'returned';

/**
 * Where a provider sends the browser back to after a sign-in. A browser that comes from another site does not send the session
 * cookie, which is SameSite=Strict. So the first visit gets a page that leads to the same address again.
 *
 * A page of another site can send a browser here, too, as with any link. Nothing comes of that without the state that the
 * session itself was given.
 */
export async function connectCallback(provider: SignInProvider, request: Request, base: Context): Promise<Response> {
  if (request.method !== 'GET') return text(405, 'Open this address in a browser.');
  const { searchParams } = new URL(request.url);
  const ctx = await authenticate(base, request.headers, { csrf: false });
  if (!ctx.viewer) {
    if (!searchParams.has(returned)) return lead(searchParams);
    return text(401, 'Sign in to Waymark in this browser, and start again.');
  }
  const signIn = await completeIntegrationSignIn(ctx as ViewerContext, provider, searchParams);
  if (signIn === null)
    return text(410, 'This sign-in was not started in this session, was used before, or has expired. Start again.');
  if (signIn.state === 'COMPLETED') return text(200, 'Connected. You can close this page.');
  return text(400, `Not connected. ${signIn.problem ?? ''}`);
}

/** A page that leads to the callback again, from our own site. */
function lead(parameters: URLSearchParams): Response {
  const query = new URLSearchParams(parameters);
  query.set(returned, '1');
  // A query that URLSearchParams writes has no character that means something in HTML but `&`.
  const address = `?${query}`.replaceAll('&', '&amp;');
  const page = `<!doctype html><title>Waymark</title><meta http-equiv="refresh" content="0;url=${address}">`;
  return new Response(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}
