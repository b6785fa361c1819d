import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, test, vi } from 'vitest';
import { add } from '../../src/cli/add.ts';
import { type Command, CommandError } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { query } from '../../src/cli/query.ts';
import { today } from '../../src/cli/today.ts';
import { undo } from '../../src/cli/undo.ts';
import { main } from '../../src/main.ts';
import { createListeningApp } from '../clients/listening.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { temporaryFolder } from '../support/command.ts';
import { listening } from '../support/listening.ts';

const printed = vi.spyOn(console, 'info');
const errors = vi.spyOn(console, 'error');
beforeEach(() => {
  for (const spy of [printed, errors]) spy.mockReset().mockImplementation(() => {});
});

interface Run {
  code: number;
  out: string;
  error: string;
}

/** Runs a command as the program does, with what it prints. */
async function run(command: Command, config: TestApp['config'], values: object, ...files: string[]): Promise<Run> {
  for (const spy of [printed, errors]) spy.mockClear();
  let error = '';
  const code = await command.run(config, values as Record<string, string>, files).catch((thrown: unknown) => {
    if (!(thrown instanceof CommandError)) throw thrown;
    error = thrown.message;
    return thrown.exitCode;
  });
  const lines = (spy: typeof printed) => spy.mock.calls.map(([text]) => String(text)).join('\n');
  return { code, out: lines(printed), error: [error, lines(errors)].filter(Boolean).join('\n') };
}

/** A server, somebody on it with tokens, and commands that ask it. */
async function remote() {
  const app = await createListeningApp();
  const ada = await app.person();
  const token = async (scopes: string[]) =>
    (await ada.mutate('createAccessToken', { name: 'Shell', scopes }, 'token')).token as string;
  const [writer, reader] = [await token(['READ', 'WRITE']), await token(['READ'])];
  const config = { ...app.config, remoteUrl: app.origin, remoteToken: writer };
  return { app, ada, config, reader };
}

test('a line of text becomes a task on the server, which today shows and undo removes', async () => {
  const { ada, config, reader } = await remote();
  await ada.mutate('createMeeting', { title: '1:1', startsAt: 'PT1H', endsAt: 'PT2H' });
  const line = 'Prepare review today 14:00 45m #work !high';
  const dry = await run(add, config, { 'dry-run': true }, line);
  expect(dry.out).toBe(
    '“Prepare review”\n  Scheduled: 2026-11-23 14:00\n  Estimate: 45 min\n  Priority: high\n  Labels: work',
  );
  expect((await ada.query('{ tasks { totalCount } }')).tasks.totalCount).toBe(0);

  const added = await run(add, config, {}, line);
  expect(added).toMatchObject({ code: 0, error: '' });
  expect(added.out).toMatch(
    /^Added “Prepare review”\n {2}Id: Task:\S+\n(.+\n)+Undo it by: waymark undo ChangeSet:\S+$/,
  );
  expect((await run(today, config, {})).out).toBe(
    [
      ...['Monday, 2026-11-23', '', 'Meetings', '  11:00-12:00 1:1', ''],
      ...['Tasks', '  [ ] Prepare review (14:00, high, 45 min)'],
    ].join('\n'),
  );
  const [{ name }, { id }] = [
    (await ada.query('{ labels { nodes { name } } }')).labels.nodes[0],
    JSON.parse((await run(today, config, { json: true })).out).tasks.nodes[0],
  ];
  expect([name, added.out.includes(id)]).toEqual(['work', true]);

  const refused = await run(add, config, { token: reader }, line);
  expect(refused).toMatchObject({ code: 3, error: expect.stringMatching(/^FORBIDDEN: /) });
  // The label came with the task, and goes with it.
  const changeSet = /ChangeSet:\S+/.exec(added.out)?.[0] ?? '';
  expect((await run(undo, config, {}, changeSet)).out).toMatch(/^Undone\. Undo that by: waymark undo ChangeSet:/);
  expect(await ada.query('{ tasks { totalCount } labels { totalCount } }')).toEqual({
    tasks: { totalCount: 0 },
    labels: { totalCount: 0 },
  });
  expect((await run(today, config, {})).out).not.toContain('Tasks');
});

test('a query is a text or a file with variables by their types, and what is refused has an exit code of its own', async () => {
  const { ada, config, app } = await remote();
  const created = await ada.mutate('createTask', { title: 'true' });
  const text = `query One($id: ID!) { task(id: $id) { title } }
    query Some($title: String, $first: Int!, $ids: [ID!]!, $filter: TaskFilter) {
      tasks(first: $first, filter: $filter) { nodes { title } } search: tasks(filter: { title: { eq: $title } }) { totalCount }
      nodes(ids: $ids) { id }
    }`;
  const file = join(temporaryFolder(), 'tasks.graphql');
  await writeFile(file, text);
  expect(await run(query, config, { operation: 'One', json: true, var: [`id=${created.id}`] }, file)).toEqual({
    code: 0,
    out: '{"data":{"task":{"title":"true"}}}',
    error: '',
  });
  const some = { operation: 'Some', json: true };
  const variables = ['title=true', 'first=5', `ids=["${created.id}"]`, 'filter={"status":{"eq":"TODO"}}'];
  expect(JSON.parse((await run(query, config, { ...some, var: variables }, text)).out)).toEqual({
    data: { tasks: { nodes: [{ title: 'true' }] }, search: { totalCount: 1 }, nodes: [{ id: created.id }] },
  });

  const create = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { ... on Error { message } } }';
  const done = await run(query, config, { json: true, var: ['input={"title":"Rest"}'] }, create);
  expect(done).toEqual({ code: 0, out: '{"data":{"createTask":{}}}', error: '' });
  const empty = await run(query, config, { var: ['input={"title":""}'] }, create);
  expect(empty).toMatchObject({ code: 2, error: 'createTask: INVALID_INPUT: input.title: must not be empty' });
  expect(JSON.parse(empty.out)).toEqual({ createTask: { message: expect.any(String) } });
  expect(await run(query, config, {}, '{ nothing }')).toMatchObject({ code: 2, out: 'null' });
  expect((await run(query, config, {}, '{')).error).toMatch(/^Syntax Error: .*Line 1, column 2\.$/);
  expect(await run(query, config, { token: 'wm_pat_x' }, '{ viewer { id } }')).toMatchObject({
    code: 3,
    error: 'UNAUTHENTICATED: The token is unknown, expired or revoked.',
  });
  for (const [values, problem] of [
    [{ var: ['a'], operation: 'One' }, '<name>=<value>'],
    [{ var: ['b=1'], operation: 'One' }, 'no variable $b'],
    [{ var: ['first=many'], operation: 'Some' }, 'must be JSON'],
    [{ operation: 'None' }, 'no operation None'],
    [{}, 'One, Some'],
    [{ account: 'ada@example.org', url: app.origin, operation: 'One' }, '--account is for'],
    [{ url: 'ftp://a', operation: 'One' }, 'address of a server'],
  ] as const)
    await expect(query.run(config, values as object, [text])).rejects.toThrow(problem);
  await expect(run(query, config, {}, 'subscription { changed { cursor } }')).rejects.toThrow('LIVE.md');
});

test('a server that is away, busy, or none of ours is told apart from one that refuses', async () => {
  const { config } = await remote();
  const { url, server } = await listening((_request, response) => void response.writeHead(200).end('hello'));
  expect(await run(today, { ...config, remoteUrl: url }, {})).toMatchObject({
    code: 2,
    error: `${url} does not respond as Waymark does (status 200).`,
  });
  const busy = { errors: [{ message: 'Too many.', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 7 } }] };
  server.removeAllListeners('request');
  server.on('request', (_request, response) => void response.writeHead(429).end(JSON.stringify(busy)));
  expect(await run(today, { ...config, remoteUrl: url }, {})).toMatchObject({
    code: 4,
    error: 'RATE_LIMITED: Too many. Try again in 7 s.',
  });
  server.close();
  server.closeAllConnections();
  expect(await run(today, { ...config, remoteUrl: url }, {})).toMatchObject({
    code: 4,
    error: expect.stringContaining('does not respond: '),
  });
  const noToken = await run(today, { ...config, remoteToken: null }, {});
  expect(noToken).toMatchObject({ code: 3, error: expect.stringContaining('WAYMARK_TOKEN') });
});

test('without a server, the commands use the data of the folder, for the owner or another account', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect((await run(add, app.config, { account: ada.email, json: true }, 'Rest')).code).toBe(0);
  const text = '{ tasks { nodes { title } } }';
  // Whose account it is, a server knows by the token: with --account it is the folder that is asked.
  const elsewhere = { ...app.config, remoteUrl: 'http://127.0.0.1:1', remoteToken: 'wm_pat_x' };
  const hers = await run(query, elsewhere, { account: ada.email, json: true }, text);
  expect(hers.out).toBe('{"data":{"tasks":{"nodes":[{"title":"Rest"}]}}}');
  expect((await run(query, app.config, { json: true }, text)).out).toBe('{"data":{"tasks":{"nodes":[]}}}');
});

test('each shell completes every command with its options', async () => {
  const scriptOf = async (shell: string) => {
    printed.mockClear();
    expect(await main(['completion', shell])).toBe(0);
    return String(printed.mock.calls[0]?.[0]);
  };
  const bash = await scriptOf('bash');
  const complete = async (...words: string[]) => {
    const script = `${bash}\nCOMP_WORDS=(waymark "$@"); COMP_CWORD=$#; _waymark; echo "\${COMPREPLY[@]}"`;
    return (await promisify(execFile)('bash', ['-c', script, 'bash', ...words])).stdout.trim();
  };
  expect(await complete('to')).toBe('token today');
  expect(await complete('token', '')).toBe('create');
  expect(await complete('token', 'create', '--r')).toBe('--read-only');
  expect(await complete('today', '--d')).toBe('--date');
  expect(await complete('add', 'Rest', '--')).toBe('--url --token --account --json --dry-run');
  expect(await complete('completion', 'z')).toBe('zsh');
  for (const [shell, option] of [
    ['zsh', (name: string) => `--${name}`],
    ['fish', (name: string) => `-l ${name}`],
  ] as const) {
    const script = await scriptOf(shell);
    for (const { name, options } of commands)
      for (const word of [...name.split(' '), ...Object.keys(options).map(option)]) expect(script).toContain(word);
  }
  expect(await main(['completion', 'tcsh'])).toBe(1);
  expect(errors.mock.calls.at(-1)?.[0]).toContain('bash, zsh, fish');
});
