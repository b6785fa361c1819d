import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { commandFile } from '../support/command.ts';
import { leaveToCI } from '../support/services.ts';
import { CompleteTask, CreateAccessToken, CreateTask, RevokeAccessToken, TaskDetail } from './documents.ts';
import { createListeningApp, createTasks, type ListeningApp } from './listening.ts';
import { examples, requireProgram } from './programs.ts';

interface Reply<Data> {
  status: number;
  data?: Data | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** All that a script without any library needs: one fetch. */
async function post<Data, Variables>(
  { endpoint }: ListeningApp,
  token: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Reply<Data>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Reply<Data>, 'status'>) };
}

async function createToken(app: ListeningApp, session: string, scopes: ('READ' | 'WRITE')[]) {
  const input = { name: 'A script', scopes, expiresAt: 'P30D' };
  const { data } = await post(app, session, CreateAccessToken, { input });
  if (data?.createAccessToken.__typename !== 'CreateAccessTokenPayload')
    throw new Error(`No token: ${JSON.stringify(data)}`);
  return data.createAccessToken;
}

test('a script signs in with a token, which reads and writes as far as its scopes go until it is revoked', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [id = ''] = await createTasks(ada, 1);
  const reader = await createToken(app, ada.accessToken, ['READ']);
  const writer = await createToken(app, ada.accessToken, ['READ', 'WRITE']);
  expect(reader.token).toMatch(/^wm_pat_/);

  const read = await post(app, reader.token, TaskDetail, { id });
  expect(read.data?.task?.title).toBe('Task 1');
  const refused = await post(app, reader.token, CompleteTask, { input: { id } });
  expect(refused.data ?? null).toBeNull();
  expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect((await post(app, reader.token, TaskDetail, { id })).data?.task?.status).toBe('TODO');
  const done = await post(app, writer.token, CompleteTask, { input: { id } });
  expect(done.data?.completeTask).toMatchObject({ task: { id, status: 'DONE', version: 2 } });

  const onlySessions = await post(app, writer.token, CreateAccessToken, { input: { name: 'More', scopes: ['READ'] } });
  expect(onlySessions.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  await post(app, ada.accessToken, RevokeAccessToken, { input: { id: writer.accessToken.id } });
  const revoked = await post(app, writer.token, TaskDetail, { id });
  expect(revoked).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  app.clock.advance(31 * 24 * 60 * 60 * 1000);
  expect(await post(app, reader.token, TaskDetail, { id })).toMatchObject({ status: 401 });
});

test("a script's token opens nothing of anybody else's", async () => {
  const app = await createListeningApp();
  const [ada, ben] = [await app.person('Ada'), await app.person('Ben')];
  const [id = ''] = await createTasks(ada, 1);
  const { token } = await createToken(app, ben.accessToken, ['READ', 'WRITE']);
  expect((await post(app, token, TaskDetail, { id })).data?.task).toBeNull();
  const { data } = await post(app, token, CompleteTask, { input: { id } });
  expect(data?.completeTask).toMatchObject({ code: 'NOT_FOUND' });
  const taken = await post(app, token, CreateTask, { input: { id, title: 'Task 1' } });
  expect(taken.data?.createTask).toMatchObject({ code: 'CONFLICT' });
  expect((await post(app, ada.accessToken, TaskDetail, { id })).data?.task?.version).toBe(1);
});

test('a shell script with curl that is run twice with one id makes one task, and answers alike', async (context) => {
  const bash = requireProgram(context, 'bash');
  requireProgram(context, 'curl');
  const app = await createListeningApp();
  const ada = await app.person();
  const { token } = await createToken(app, ada.accessToken, ['READ', 'WRITE']);
  const id = crypto.randomUUID();
  const environment = { ...process.env, WAYMARK_URL: app.origin, WAYMARK_TOKEN: token };
  const run = async (title: string) => {
    const script = join(examples, 'create-task.sh');
    const { stdout } = await promisify(execFile)(bash, [script, id, title], { env: environment });
    return JSON.parse(stdout) as unknown;
  };

  const title = 'Write "thank you" to Zoë';
  const task = { id: `Task:${id}`, title, version: 1 };
  const created = { data: { createTask: { __typename: 'CreateTaskPayload', task } } };
  expect(await run(title)).toEqual(created);
  expect(await run(title)).toEqual(created);
  expect(await run('Something else')).toMatchObject({ data: { createTask: { code: 'CONFLICT' } } });
  expect(await ada.query('{ tasks { totalCount nodes { id } } }')).toEqual({
    tasks: { totalCount: 1, nodes: [{ id: task.id }] },
  });

  environment.WAYMARK_TOKEN = 'wm_pat_unknown';
  const failed: { code?: number; stdout?: string } = await run(title).then(
    () => ({}),
    (error: object) => error,
  );
  expect(failed.code).toBe(22);
  expect(failed.stdout).toContain('"UNAUTHENTICATED"');
});

test('a git hook that is run twice for a commit notes one learning, and another one for the next commit', async (context) => {
  const bash = requireProgram(context, 'bash');
  const git = requireProgram(context, 'git');
  requireProgram(context, 'curl');
  const app = await createListeningApp();
  const ada = await app.person();
  const { token } = await createToken(app, ada.accessToken, ['READ', 'WRITE']);
  const folder = await mkdtemp(join(tmpdir(), 'waymark-hook-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const who = { name: 'Ada', email: 'ada@example.org', date: '2026-11-20T12:00:00Z' };
  const environment = {
    ...process.env,
    WAYMARK_URL: app.origin,
    WAYMARK_TOKEN: token,
    ...{ GIT_CONFIG_GLOBAL: join(folder, 'none'), GIT_CONFIG_NOSYSTEM: '1' },
    ...{ GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email, GIT_AUTHOR_DATE: who.date },
    ...{ GIT_COMMITTER_NAME: who.name, GIT_COMMITTER_EMAIL: who.email, GIT_COMMITTER_DATE: who.date },
  };
  const run = async (program: string, ...args: string[]) =>
    (await promisify(execFile)(program, args, { cwd: folder, env: environment })).stdout;
  const hook = join(examples, 'create-learning.sh');
  const commit = async (message: string) => {
    await run(git, 'commit', '--quiet', '--allow-empty', '--message', message);
    return JSON.parse(await run(bash, hook)) as { data: { createLearning: { learning: { id: string } } } };
  };

  await run(git, 'init', '--quiet');
  const title = 'Page by "keyset" \\ not by offset';
  const first = await commit(title);
  expect(first).toEqual({
    data: {
      createLearning: {
        __typename: 'CreateLearningPayload',
        learning: { id: expect.stringMatching(/^Learning:[0-9a-f-]{36}$/), title, version: 1 },
      },
    },
  });
  expect(JSON.parse(await run(bash, hook, 'HEAD'))).toEqual(first);
  const second = await commit('Read Zoë’s notes');
  expect(second.data.createLearning.learning.id).not.toBe(first.data.createLearning.learning.id);
  expect(
    await ada.query(
      '{ learnings(orderBy: { field: TITLE }) { nodes { title sourceKind } } learningStreak { dayCount } }',
    ),
  ).toEqual({
    learnings: {
      nodes: [
        { title, sourceKind: 'PROJECT' },
        { title: 'Read Zoë’s notes', sourceKind: 'PROJECT' },
      ],
    },
    learningStreak: { dayCount: 1 },
  });
});

/** A listening server, somebody on it, and what runs a script as them. */
async function scripting(context: TestContext, ...programs: string[]) {
  for (const program of ['bash', 'curl', ...programs]) requireProgram(context, program);
  const app = await createListeningApp();
  const ada = await app.person();
  const { token } = await createToken(app, ada.accessToken, ['READ']);
  const env = { ...process.env, WAYMARK_URL: app.origin, WAYMARK_TOKEN: token };
  const run = (script: string, ...args: string[]) =>
    promisify(execFile)('bash', [join(examples, script), ...args], { env });
  return { ada, run };
}

test('in the morning a script prints what is on today', async (context) => {
  const { ada, run } = await scripting(context);
  const { id } = await ada.mutate('createTask', { title: 'Write', scheduledOn: 'TODAY', priority: 'HIGH' });
  await ada.mutate('createMeeting', { title: '1:1', startsAt: 'PT1H', endsAt: 'PT2H' });
  await ada.mutate('setDailyFocus', { intention: 'One thing', taskIds: [id] });
  await ada.mutate('createLearning', { title: 'Keyset paging', reviewOn: 'TODAY' });
  const { stdout } = await run('morning.sh');
  expect(JSON.parse(stdout).data.day).toMatchObject({
    meetings: { nodes: [{ title: '1:1', preparationStatus: 'NOTHING_TO_PREPARE' }] },
    tasks: { nodes: [{ title: 'Write', priority: 'HIGH' }] },
    focus: { intention: 'One thing', tasks: [{ title: 'Write' }] },
    dueReviews: { totalCount: 1, nodes: [{ title: 'Keyset paging' }] },
    energy: { totalCount: 0 },
  });
});

test('a nightly script says how ready one is for a role, and fails when that drops', async (context) => {
  const { ada, run } = await scripting(context, 'awk');
  const folder = await mkdtemp(join(tmpdir(), 'waymark-readiness-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const requirements = [{ kind: 'ARTIFACT', title: 'A CV', weight: 1, artifactKind: 'CV', requiredCount: 2 }];
  const { id } = await ada.mutate('createRoleProfile', { title: 'Staff engineer', requirements });
  const artifact = await ada.mutate('createArtifact', { title: 'My CV', kind: 'CV' });
  const file = join(folder, 'score');
  expect((await run('readiness.sh', id, file)).stdout).toBe('50 (was 0)\n');
  expect((await run('readiness.sh', id, file)).stdout).toBe('50 (was 50)\n');
  await ada.mutate('trash', { id: artifact.id });
  await expect(run('readiness.sh', id, file)).rejects.toMatchObject({ code: 1, stdout: '0 (was 50)\n' });
  const unknown = id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
  await expect(run('readiness.sh', unknown, file)).rejects.toMatchObject({ code: 2 });
});

test('at night a script keeps an export, which is the same once it was imported elsewhere', async (context) => {
  leaveToCI(context);
  for (const program of ['cmp', 'sha256sum']) requireProgram(context, program);
  process.env.WAYMARK = `${process.execPath} ${commandFile}`;
  onTestFinished(() => void delete process.env.WAYMARK);
  const { ada, run } = await scripting(context);
  const label = await ada.mutate('createLabel', { name: 'Deep', color: '#112233' });
  await ada.mutate('createTask', { title: 'Write', labelIds: [label.id] });
  const folder = await mkdtemp(join(tmpdir(), 'waymark-nightly-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'waymark.jsonl');
  const { stdout } = await run('nightly.sh', file);
  const kept = await readFile(file);
  const lines = kept.toString().trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('{"type":"TaskLabel"'))).toHaveLength(1);
  expect(stdout).toBe(`${lines.length - 2} rows, SHA-256 ${createHash('sha256').update(kept).digest('hex')}\n`);
});
