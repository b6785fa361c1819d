import { ensureOwner } from '../../src/domains/accounts/accounts/accounts.service.ts';
import { createSignInLink } from '../../src/domains/accounts/sign-in-links/sign-in-links.service.ts';
import type { Person, TestApp } from './app.ts';

/** The token of a new sign-in link for the owner. */
export async function ownersLink(app: TestApp): Promise<string> {
  const { account } = await ensureOwner(app.systemContext());
  return createSignInLink(app.systemContext(), account.id);
}

/** Opens a sign-in link like a browser. */
export function openLink(app: TestApp, token: string, method = 'GET'): Promise<Response> {
  return app.fetch(new Request(`http://waymark.test/sign-in?token=${encodeURIComponent(token)}`, { method }));
}

/** The `name=value` of the cookie that a response sets. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The owner in a browser, signed in by cookie. */
export async function ownerInBrowser(app: TestApp): Promise<Person & { cookie: string }> {
  const cookie = cookieOf(await openLink(app, await ownersLink(app)));
  return { ...app.as({ cookie, 'x-waymark-csrf': '1' }), cookie };
}
