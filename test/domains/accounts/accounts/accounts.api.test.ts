import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';

let somebodies = 1;

const viewer =
  'query { viewer { id email name role timeZone dayStartsAt weekStartsOn workingDays version } day { date } }';

test('sign-up is closed by default', async () => {
  const app = await createTestApp({ SIGN_UP: '' });
  const input = { email: 'ada@example.org', password: 'correct horse battery', name: 'Ada' };
  expect(await app.nobody.mutate('signUp', input, 'accessToken')).toMatchObject({
    __typename: 'SignUpClosedError',
    code: 'SIGN_UP_CLOSED',
  });
  // The input is not even validated.
  const faulty = await app.nobody.mutate('signUp', { ...input, email: 'x', password: 'y' }, 'accessToken');
  expect(faulty.__typename).toBe('SignUpClosedError');
  expect(await app.db.reads.account.count()).toBe(0);
});

test('signing up creates an account with default settings, and signs in to it', async () => {
  const app = await createTestApp();
  const input = { email: '  Ada@Example.org ', password: 'correct horse battery', name: ' Ada ' };
  const made = await app.nobody.mutate('signUp', input, 'accessToken accessTokenExpiresAt refreshToken account { id }');
  expect(made).toMatchObject({ __typename: 'SignUpPayload', accessTokenExpiresAt: '2026-11-23T09:15:00.000Z' });
  const ada = app.as({ authorization: `Bearer ${made.accessToken}` });
  expect(await ada.query(viewer)).toEqual({
    viewer: {
      id: made.account.id,
      email: 'Ada@Example.org',
      name: 'Ada',
      role: 'MEMBER',
      timeZone: 'UTC',
      dayStartsAt: '04:00',
      weekStartsOn: 'MONDAY',
      workingDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
      version: 1,
    },
    day: { date: '2026-11-23' },
  });
});

test('an email address in use is refused in any case, with the path of the field', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const email of [ada.email, ada.email.toUpperCase(), ` ${ada.email} `]) {
    const input = { email, password: 'correct horse battery', name: 'Eve' };
    expect(await app.nobody.mutate('signUp', input, 'accessToken')).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [{ path: ['input', 'email'], message: 'is already used by an account' }],
    });
  }
  expect(await app.db.reads.account.count()).toBe(1);
  expect(await app.db.reads.session.count()).toBe(1);
});

test('of concurrent sign-ups with one email address one succeeds, and the others are refused', async () => {
  const app = await createTestApp();
  const attempts = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      app.nobody.mutate(
        'signUp',
        { email: 'ada@example.org', password: `correct horse ${index}`, name: 'Ada' },
        'accessToken',
      ),
    ),
  );
  expect(attempts.map(({ __typename }) => String(__typename)).sort()).toEqual([
    ...Array(4).fill('InvalidInputError'),
    'SignUpPayload',
  ]);
  expect(await app.db.reads.account.count()).toBe(1);
});

test('an invalid sign-up is refused with every problem', async () => {
  const app = await createTestApp();
  const input = { email: 'not an address', password: 'aaaaaaaaaaaaaaaa', name: ' \n ', timeZone: 'Mars/Olympus' };
  const { __typename, code, issues } = await app.nobody.mutate('signUp', input, 'accessToken');
  expect({ __typename, code }).toEqual({ __typename: 'InvalidInputError', code: 'INVALID_INPUT' });
  const where = issues.map(({ path }: { path: string[] }) => path.join('.'));
  expect(where.sort()).toEqual(['input.email', 'input.name', 'input.password', 'input.timeZone']);
  expect(await app.db.reads.account.count()).toBe(0);
});

test('each field of a sign-up is validated', async () => {
  const app = await createTestApp();
  const good = { email: 'ada@example.org', password: 'correct horse battery', name: 'Ada', timeZone: 'Europe/Berlin' };
  const bad = {
    email: ['', 'ada', `${'a'.repeat(250)}@example.org`, 'ada@example.org\nbcc: eve@example.org'],
    password: ['', 'too short', 'ababababababab', 'long enough '.repeat(22)],
    name: ['', ' ', 'x'.repeat(101), 'two\nlines', 'bell\u0007'],
    timeZone: ['', '+02:00', 'Mars/Olympus'],
  };
  for (const [field, values] of Object.entries(bad)) {
    for (const value of values) {
      // Each from another client address, because of the rate limit.
      const somebody = app.as({ 'x-forwarded-for': `10.1.1.${somebodies++}` });
      const refused = await somebody.mutate('signUp', { ...good, [field]: value }, 'accessToken');
      expect(refused.__typename, `${field} ${value}`).toBe('InvalidInputError');
      expect(new Set(refused.issues.map(({ path }: { path: string[] }) => path.join('.')))).toEqual(
        new Set([`input.${field}`]),
      );
    }
  }
  expect(await app.db.reads.account.count()).toBe(0);
});

test('without credentials the viewer is null, and nothing else is readable', async () => {
  const app = await createTestApp();
  expect(await app.nobody.query('{ viewer { id } }')).toEqual({ viewer: null });
  const { data, errors } = await app.nobody.ask('{ viewer { id } day { date } }');
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ path: ['day'], extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('an account is readable by its id only for itself', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const node = 'query ($id: ID!) { node(id: $id) { id } }';
  expect(await ada.query(node, { id: ada.id })).toEqual({ node: { id: ada.id } });
  expect(await bob.query(node, { id: ada.id })).toEqual({ node: null });
});

test('updating the profile changes the given fields and keeps the others', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const fields = 'name email timeZone dayStartsAt weekStartsOn workingDays version';
  const changes = {
    name: 'Ada L.',
    timeZone: 'Asia/Tokyo',
    dayStartsAt: '05:30',
    weekStartsOn: 'SUNDAY',
    workingDays: ['FRIDAY', 'MONDAY', 'FRIDAY'],
  };
  const after = { ...changes, email: ada.email, workingDays: ['MONDAY', 'FRIDAY'], version: 2 };
  expect(await ada.mutate('updateProfile', changes, fields)).toMatchObject(after);
  expect(await ada.mutate('updateProfile', { workingDays: [] }, fields)).toMatchObject({
    ...after,
    workingDays: [],
    version: 3,
  });
  expect((await bob.query(viewer)).viewer).toMatchObject({ name: 'Bob', timeZone: 'Europe/Berlin', version: 1 });
});

test('updating the profile is a change set, unless nothing changed', async () => {
  const ada = await (await createTestApp()).person();
  const update = `mutation ($name: String!) { updateProfile(input: { name: $name }) {
    ... on UpdateProfilePayload { account { name } changeSet { name changes { nodes { nodeId fields { name } } } } }
  } }`;
  expect(await ada.query(update, { name: 'Ada L.' })).toEqual({
    updateProfile: {
      account: { name: 'Ada L.' },
      changeSet: { name: 'updateProfile', changes: { nodes: [{ nodeId: ada.id, fields: [{ name: 'name' }] }] } },
    },
  });
  expect(await ada.query(update, { name: 'Ada L.' })).toEqual({
    updateProfile: { account: { name: 'Ada L.' }, changeSet: null },
  });
});

test('working hours are from 9 to 17 on working days, unless the profile says otherwise', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const hours = 'workingHours { weekday startsAt endsAt }';
  const usual = { startsAt: '09:00', endsAt: '17:00' };
  const days = { workingDays: ['MONDAY', 'TUESDAY'] };
  const two = [
    { weekday: 'MONDAY', ...usual },
    { weekday: 'TUESDAY', ...usual },
  ];
  expect(await ada.mutate('updateProfile', days, hours)).toMatchObject({ workingHours: two });
  const workingHours = [
    { weekday: 'SUNDAY', startsAt: '10:00', endsAt: '11:00' },
    { weekday: 'TUESDAY', startsAt: '00:00', endsAt: '23:59' },
  ];
  expect(await ada.mutate('updateProfile', { workingHours }, hours)).toMatchObject({
    workingHours: [two[0], workingHours[1]],
  });
  for (const wrong of [
    [{ weekday: 'MONDAY', startsAt: '10:00', endsAt: '10:00' }],
    [{ weekday: 'MONDAY', startsAt: '10:00', endsAt: '24:00' }],
    [workingHours[0], workingHours[0]],
  ]) {
    const refused = await ada.mutate('updateProfile', { workingHours: wrong });
    expect(refused).toMatchObject({ __typename: 'InvalidInputError' });
  }
  expect(await ada.mutate('updateProfile', { workingHours: [] }, hours)).toMatchObject({ workingHours: two });
});

test('updating the profile with an old version is a conflict', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await ada.mutate('updateProfile', { name: 'First', ifVersion: 1 }, 'name version')).toMatchObject({
    name: 'First',
    version: 2,
  });
  expect(await ada.mutate('updateProfile', { name: 'Second', ifVersion: 1 })).toMatchObject({
    __typename: 'ConflictError',
    code: 'CONFLICT',
  });
  expect((await ada.query(viewer)).viewer).toMatchObject({ name: 'First', version: 2 });
});

test('an invalid profile is refused with every problem, and changes nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const faulty = { name: '', email: '@', timeZone: 'Nowhere', dayStartsAt: '12:00', weekStartsOn: null };
  const { issues } = await ada.mutate('updateProfile', faulty);
  const where = new Set<string>(issues.map(({ path }: { path: string[] }) => path.join('.')));
  expect([...where].sort()).toEqual(
    Object.keys(faulty)
      .sort()
      .map((field) => `input.${field}`),
  );
  expect((await ada.query(viewer)).viewer).toMatchObject({ name: 'Ada', dayStartsAt: '04:00', version: 1 });
});

test('an email address can change its case, and cannot become that of another account', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const upper = ada.email.toUpperCase();
  expect(await ada.mutate('updateProfile', { email: upper }, 'email')).toMatchObject({ email: upper });
  expect(await bob.mutate('updateProfile', { email: ada.email })).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['input', 'email'], message: 'is already used by an account' }],
  });
  expect((await bob.query(viewer)).viewer.email).toBe(bob.email);
  const again = await app.nobody.mutate('signIn', { email: ada.email, password: ada.password }, 'accessToken');
  expect(again.__typename).toBe('SignInPayload');
});

test('of concurrent changes to one email address one succeeds, and the others are refused', async () => {
  const app = await createTestApp();
  const people = [await app.person('Ada'), await app.person('Bob'), await app.person('Cy')];
  const results = await Promise.all(
    people.map((person) => person.mutate('updateProfile', { email: 'new@example.org' }, 'email')),
  );
  expect(results.map(({ __typename }) => String(__typename)).sort()).toEqual([
    'Account',
    'InvalidInputError',
    'InvalidInputError',
  ]);
});
