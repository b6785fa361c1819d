import type { Context } from '../platform/context.ts';
import { authenticate } from './authenticate.ts';

/** What a browser sees at /graphql while GraphiQL is off, such as after a sign-in link. */
export async function welcome(request: Request, base: Context): Promise<Response> {
  // No CSRF header: the page changes nothing, and pages of other origins cannot read it.
  const { viewer } = await authenticate(base, request.headers, { csrf: false });
  // Strangers are not told of settings.
  const more = viewer
    ? `Signed in as ${viewer.account.email}. Set GRAPHIQL=on on the server to explore the API here.\n`
    : '';
  const body = `Waymark\n\nThe API is at /graphql.\n${more}`;
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
}
