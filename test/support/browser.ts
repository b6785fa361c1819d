import { ensureOwner } from '../../src/domains/accounts/accounts/accounts.service.ts';
import { createSignInLink } from '../../src/domains/accounts/sessions/sessions.service.ts';
import type { Person, TestApp } from './app.ts';

/** The secret part of a new link that signs the owner in, made as the `waymark` command makes it. */
export async function ownersLink(app: TestApp): Promise<string> {
  const { account } = await ensureOwner(app.systemContext());
  return createSignInLink(app.systemContext(), account.id);
}

/** Opens a sign-in link, as a browser would. */
export function openLink(app: TestApp, token: string, method = 'GET'): Promise<Response> {
  return app.fetch(new Request(`http://waymark.test/sign-in?token=${encodeURIComponent(token)}`, { method }));
}

/** The `name=value` of the cookie that an answer sets. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The owner in a browser, signed in by the cookie of a sign-in link. */
export async function ownerInBrowser(app: TestApp): Promise<Person & { cookie: string }> {
  const cookie = cookieOf(await openLink(app, await ownersLink(app)));
  return { ...app.as({ cookie, 'x-waymark-csrf': '1' }), cookie };
}
