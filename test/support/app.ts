import { type GraphQLSchema, getNamedType, isCompositeType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { inject, onTestFinished } from 'vitest';
import { type Application, createApp, type Overrides } from '../../src/app.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { searchDocumentsOf } from '../../src/domain.ts';
import { domains } from '../../src/domains.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createPasswords } from '../../src/platform/security/passwords.ts';
import type { Clock } from '../../src/platform/time/clock.ts';
import { createDatabase } from './databases.ts';
import { borrowDatabase } from './pool.ts';
import { type Events, eventsOf } from './streams.ts';

// Building the schema takes longer than most tests; it holds no state, so the tests of a file share one.
let schema: GraphQLSchema | undefined;

// Most of the time of a test that signs somebody up would go into a hash that is to take long.
const passwords = createPasswords({ memoryCost: 8, timeCost: 1, parallelism: 1 });

/** Strict about selections: a resolver that would load relations one by one fails the test. */
export function testSchema(): GraphQLSchema {
  schema ??= createSchema(domains, searchDocumentsOf(domains), 'error');
  return schema;
}

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(moment: string): void;
  /** Moves on by some milliseconds. */
  advance(milliseconds: number): void;
}

/** A Monday morning in Berlin, where the people of these tests live unless they say otherwise. */
export function createTestClock(moment = '2026-11-23T09:00:00Z'): TestClock {
  let now = new Date(moment);
  return {
    now: () => now,
    set: (text) => {
      now = new Date(text);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  data: any;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

/** Somebody who asks: signed in, or not. */
export interface Person {
  /** Asks, and answers everything that came back. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Asks for something that must succeed, and answers its data. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  query(query: string, variables?: object): Promise<any>;
  /**
   * Runs a mutation and returns its record, with these fields of it, or its error: `mutate('createTask', { title }, 'id title')`.
   * For a payload of more than one record, these are the fields of the payload.
   */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  mutate(name: string, input: object, fields?: string): Promise<any>;
  /** Subscribes. */
  follow(subscription: string, variables?: object): Promise<Events>;
}

export interface SignedInPerson extends Person {
  id: string;
  email: string;
  password: string;
  accessToken: string;
  refreshToken: string;
}

export interface TestApp extends Application {
  config: Config;
  clock: TestClock;
  /** The SQL statements so far. */
  statements: string[];
  /** Runs something, and answers how many SQL statements that took. */
  counting(work: () => Promise<unknown>): Promise<number>;
  nobody: Person;
  /** Somebody who asks with these headers. */
  as(headers: Record<string, string>): Person;
  /** Signs somebody new up. */
  person(name?: string, timeZone?: string): Promise<SignedInPerson>;
  /** Somebody who signed up with another application on the same data. */
  again(who: SignedInPerson): SignedInPerson;
}

/** An application on a database of its own, gone when the test is. */
export async function createTestApp(
  variables: Record<string, string> = {},
  overrides: Overrides = {},
  template = inject('templateDatabase'),
): Promise<TestApp> {
  const statements: string[] = [];
  const { url, database, giveBack } = await borrowDatabase(template, (sql) => {
    statements.push(sql);
    overrides.onStatement?.(sql);
  });
  return finished(await startTestApp(url, variables, { database, ...overrides }, statements), giveBack);
}

/** The same, on a database that nobody else has used or will. */
export async function createFreshTestApp(): Promise<TestApp> {
  const { url, remove } = await createDatabase(inject('templateDatabase'));
  return finished(await startTestApp(url), remove);
}

/** Closes an application and releases its database once, at the end of the test at the latest. */
function finished(app: TestApp, release: () => Promise<void>): TestApp {
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await app.close();
    await release();
  };
  onTestFinished(close);
  return { ...app, close };
}

/** What push messages of tests are signed with. */
const pushKeys = {
  VAPID_SUBJECT: 'mailto:owner@example.org',
  VAPID_PUBLIC_KEY: 'BIAmdWfE6pwLndME69sQx7tUnb_6PPCoT6S2yq2s4K8zymrFE3IurHwZzlKp6mAADwOVM88iArlr7S7YFSWjUz0',
  VAPID_PRIVATE_KEY: '6J770mlA4tGYbV-5NL2YE2w6UqGtovPhc7v2Bamlp4k',
};

/** An application on a database that is there. */
export async function startTestApp(
  databaseUrl: string,
  variables: Record<string, string> = {},
  overrides: Overrides = {},
  statements: string[] = [],
): Promise<TestApp> {
  const config = parseConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    WAYMARK_SECRET: 'a secret for the tests only, 0123456789',
    SIGN_UP: 'open',
    TRUST_PROXY: 'on',
    // What a query takes is counted again and again.
    RESPONSE_CACHE_MB: '0',
    ...pushKeys,
    ...variables,
  });
  const clock = createTestClock();
  const onStatement = (sql: string) => statements.push(sql);
  // The suite runs both ways: `WAYMARK_TEST_WAY=yoga` sends everything through Yoga.
  const fastPath = process.env.WAYMARK_TEST_WAY !== 'yoga';
  const defaults = { clock, passwords, schema: testSchema(), onStatement, writeDelay: null, fastPath };
  const app = await createApp(config, { ...defaults, ...overrides });

  function as(headers: Record<string, string>): Person {
    function post(query: string, variables: object, more: Record<string, string>): Promise<Response> {
      const body = JSON.stringify({ query, variables });
      const length = String(Buffer.byteLength(body));
      return app.fetch(
        new Request('http://waymark.test/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': length, ...headers, ...more },
          body,
        }),
      );
    }
    async function ask(query: string, variables: object = {}, more: Record<string, string> = {}): Promise<Answer> {
      const response = await post(query, variables, more);
      const body = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
      return { status: response.status, headers: response.headers, ...body };
    }
    async function query(text: string, variables: object = {}) {
      const { data, errors } = await ask(text, variables);
      if (errors) throw new Error(`The query failed: ${JSON.stringify(errors, null, 2)}`);
      return data;
    }
    async function mutate(name: string, input: object, fields = 'id') {
      const inputType = inputTypeOf(name);
      const payload = payloadOf(name);
      const [declared, given] = inputType ? [`($input: ${inputType}!)`, '(input: $input)'] : ['', ''];
      const text = `mutation ${declared} { result: ${name}${given} {
        __typename
        ... on ${payload.type} { ${selectionOf(payload, input, fields)} }
        ... on Error { code message }
        ... on InvalidInputError { issues { path message } }
      } }`;
      const { result } = await query(text, inputType ? { input } : {});
      // A payload that is about one record stands for it.
      return payload.record && result.__typename === payload.type ? result[payload.record] : result;
    }
    const follow = async (query: string, variables: object = {}) =>
      eventsOf(await post(query, variables, { accept: 'text/event-stream' }));
    return { ask, query, mutate, follow };
  }

  let people = 0;
  async function person(name = 'Ada', timeZone = 'Europe/Berlin'): Promise<SignedInPerson> {
    people += 1;
    const email = `${name.toLowerCase()}${people}@example.org`;
    const password = `correct horse ${name} ${people}`;
    const address = { 'x-forwarded-for': `10.0.${people >> 8}.${people & 255}` };
    const tokens = await as(address).mutate(
      'signUp',
      { email, password, name, timeZone },
      'accessToken refreshToken account { id }',
    );
    if (tokens.__typename !== 'SignUpPayload') throw new Error(`Signing up failed: ${JSON.stringify(tokens)}`);
    const { accessToken, refreshToken, account } = tokens;
    const signedIn = as({ authorization: `Bearer ${accessToken}`, ...address });
    return { ...signedIn, id: account.id, email, password, accessToken, refreshToken };
  }

  const again = (who: SignedInPerson): SignedInPerson => ({
    ...who,
    ...as({ authorization: `Bearer ${who.accessToken}`, 'x-forwarded-for': '10.1.0.1' }),
  });

  return {
    ...app,
    config,
    clock,
    statements,
    async counting(work) {
      const before = statements.length;
      await work();
      return statements.length - before;
    },
    nobody: as({}),
    as,
    person,
    again,
  };
}

/** Another application on the database of one, as another process would be; it ends with the test. */
export async function secondApp(
  { config: { database } }: TestApp,
  variables: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<TestApp> {
  const url = database.engine === 'sqlite' ? `file:${database.file}` : database.url;
  const app = await startTestApp(url, variables, overrides);
  onTestFinished(() => app.close());
  return app;
}

/** The name of a mutation's input type. */
function inputTypeOf(mutation: string): string | undefined {
  const [input] = testSchema().getMutationType()?.getFields()[mutation]?.args ?? [];
  return input && String(input.type).replaceAll(/[!]/g, '');
}

/** The fields of a payload, or of its record; of a node of any type, those of the type that the input names. */
function selectionOf({ record, isNode }: Payload, input: object, fields: string): string {
  if (!record) return fields;
  const [type = ''] = String((input as { id?: unknown }).id).split(':');
  const known = isNode && isObjectType(testSchema().getType(type));
  return `${record} { __typename ${known ? `... on ${type} { ${fields} }` : isNode ? 'id' : fields} }`;
}

interface Payload {
  type: string;
  record: string | null;
  isNode: boolean;
}

/** What a mutation returns on success: the payload's type, and its record where it is about one alone. */
function payloadOf(mutation: string): Payload {
  const result = testSchema().getMutationType()?.getFields()[mutation]?.type;
  const named = result && getNamedType(result);
  if (!isUnionType(named)) throw new Error(`${mutation} is no mutation.`);
  const payload = named.getTypes().find(({ name }) => !name.endsWith('Error'));
  if (!payload) throw new Error(`${mutation} has no payload.`);
  if (!payload.name.endsWith('Payload')) return { type: payload.name, record: null, isNode: false };
  const fields = Object.values(payload.getFields()).filter(({ name }) => name !== 'changeSet');
  // Where nothing else is told, the change set is what the payload is about.
  if (fields.length === 0) return { type: payload.name, record: 'changeSet', isNode: false };
  const [only, ...others] = fields;
  const isRecord = only && others.length === 0 && isCompositeType(getNamedType(only.type));
  const isNode = isRecord === true && isInterfaceType(getNamedType(only.type));
  return { type: payload.name, record: isRecord ? only.name : null, isNode };
}
