import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ app, person, mark }) {
    const { email, password } = person;
    await app.as({ 'user-agent': mark }).mutate('signIn', { email, password }, 'accessToken');
    const { sessions } = await person.query('{ sessions { id isCurrent } }');
    // The current session comes last, so that a test can revoke the first and continue.
    sessions.sort((a: { isCurrent: boolean }, b: { isCurrent: boolean }) => Number(a.isCurrent) - Number(b.isCurrent));
    return { Session: sessions.map((session: { id: string }) => session.id) };
  },
  inputs: { revokeSession: (own) => ({ id: own('Session') }) },
  bounded: { 'Query.sessions': 'The latest 100.' },
};
