import type { Person, SignedInPerson, TestApp } from './app.ts';

/** Somebody who stays signed in while the clock goes on: refreshes the session before the access token ends. */
export function staying(app: TestApp, who: SignedInPerson): SignedInPerson {
  let { refreshToken } = who;
  let person: Person = who;
  let since = app.clock.now().getTime();
  async function fresh(): Promise<Person> {
    if (app.clock.now().getTime() - since < 10 * 60_000) return person;
    const tokens = await app.nobody.mutate('refreshSession', { refreshToken }, 'accessToken refreshToken');
    ({ refreshToken } = tokens);
    person = app.as({ authorization: `Bearer ${tokens.accessToken}` });
    since = app.clock.now().getTime();
    return person;
  }
  return {
    ...who,
    ask: async (...parameters) => (await fresh()).ask(...parameters),
    query: async (...parameters) => (await fresh()).query(...parameters),
    mutate: async (...parameters) => (await fresh()).mutate(...parameters),
  };
}
