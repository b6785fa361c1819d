import type { SignedInPerson, TestApp } from './app.ts';

/** A person who asks with an access token, which outlives the clock being moved where a session would not. */
export async function scripted(app: TestApp, person: SignedInPerson): Promise<SignedInPerson> {
  const input = { name: 'script', scopes: ['READ', 'WRITE'] };
  const { token } = await person.mutate('createAccessToken', input, 'token');
  return { ...person, ...app.as({ authorization: `Bearer ${token}` }) };
}
