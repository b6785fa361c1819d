import { getNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { ownIn } from '../support/examples.ts';
import { adaAndBob, dump, schema, trace, types } from './ask.ts';
import { anyArguments, type Field, mutations, operationOn, queries, selectAll, subscriptions } from './walk.ts';

/* What those can do who are not signed in, or signed in with too little: the few things that are open, and no more. */

/** What anyone may ask for. */
const open = [
  'beginPasskeySignIn',
  'refreshSession',
  'requestPasswordReset',
  'resetPassword',
  'signIn',
  'signInWithPasskey',
  'signUp',
  'viewer',
];

const roots = [
  ...queries(schema).map((field): ['query', Field] => ['query', field]),
  ...mutations(schema).map((field): ['mutation', Field] => ['mutation', field]),
  ...subscriptions(schema).map((field): ['subscription', Field] => ['subscription', field]),
];

test('signed out, every root field but the open ones is refused before any statement runs', async () => {
  const { app, hers } = await adaAndBob();
  const before = await dump(app);
  // Whatever would be answered as a stream is refused in one answer.
  const nobody = app.as({ accept: 'text/event-stream, application/json' });
  const refusals: object[] = [];
  const answered: string[] = [];
  for (const [kind, field] of roots) {
    const type = getNamedType(field.type).name;
    const about = field.name === 'readiness' ? 'RoleProfile' : types.includes(type) ? type : 'Task';
    const variables = anyArguments(field, ownIn(hers)(about));
    // A plan has tasks in three places: all of their fields would be too many.
    const depth = field.name === 'planDay' ? 1 : 2;
    const text = operationOn(kind, field, Object.keys(variables), selectAll(field.type, depth));
    const { data, errors, statements } = await trace(app, nobody, text, variables);
    const codes = errors?.map(({ extensions }) => extensions.code);
    if (codes?.[0] !== 'UNAUTHENTICATED') answered.push(field.name);
    else refusals.push({ field: field.name, codes, answer: data?.answer ?? null, statements });
  }
  expect(answered.toSorted()).toEqual(open);
  const refused = roots.map(([, { name }]) => name).filter((name) => !open.includes(name));
  expect(refusals).toEqual(
    refused.map((field) => ({ field, codes: ['UNAUTHENTICATED'], answer: null, statements: 0 })),
  );
  expect(roots.length).toBe([queries, mutations, subscriptions].flatMap((of) => of(schema)).length);
  expect(await dump(app)).toBe(before);
});

test('signed out, the viewer is null without a database statement', async () => {
  const { app } = await adaAndBob();
  const statements = await app.counting(async () => {
    expect(await app.nobody.query('{ viewer { id email } }')).toEqual({ viewer: null });
  });
  expect(statements).toBe(0);
});

test('an access token with READ alone cannot change anything', async () => {
  const { app, ada, hers } = await adaAndBob();
  const { token } = await ada.mutate('createAccessToken', { name: 'Reads', scopes: ['READ'] }, 'token');
  const script = app.as({ authorization: `Bearer ${token}` });
  // Its first use is noted; those within the next minute are not.
  expect((await script.query('{ viewer { id } }')).viewer.id).toBe(ada.id);
  const before = await dump(app);
  const refused = [];
  for (const field of mutations(schema).filter(({ name }) => !open.includes(name))) {
    const variables = anyArguments(field, ownIn(hers)('Task'));
    const text = operationOn('mutation', field, Object.keys(variables), selectAll(field.type, 2));
    const { errors } = await script.ask(text, variables);
    expect([field.name, errors?.[0]?.extensions.code]).toEqual([field.name, 'FORBIDDEN']);
    refused.push(field.name);
  }
  expect(refused.length).toBe(mutations(schema).length - (open.length - 1));
  expect(await dump(app)).toBe(before);
});
