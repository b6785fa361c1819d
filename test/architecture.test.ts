import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

/*
 * The direction of the code, read from its import lines. TypeScript 7 has no API that import checkers could follow, so
 * this reads the texts itself, and proves first that it reads anything.
 */

interface Import {
  /** The module as written. */
  module: string;
  /** Gone at run time. `import { type A }` is not: what it names is left out, and the module still loaded. */
  typeOnly: boolean;
  /** Whether it hands on what it takes: `export … from`. */
  reexport: boolean;
}

const statement = /^(import|export)\s+(type\s+(?!from\b))?([^'"`;()]*?)\s*\bfrom\s*['"]([^'"]+)['"]/gm;
const sideEffect = /^import\s*['"]([^'"]+)['"]/gm;
const dynamic = /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g;

function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  return [
    ...[...code.matchAll(statement)].map(([, keyword, type, , module]) => ({
      module: module as string,
      typeOnly: type !== undefined,
      reexport: keyword === 'export',
    })),
    ...[...code.matchAll(sideEffect), ...code.matchAll(dynamic)].map(([, module]) => ({
      module: module as string,
      typeOnly: false,
      reexport: false,
    })),
  ];
}

/** The code without what is said about it; texts in quotes stay as they are. */
function withoutComments(source: string): string {
  const parts = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return source.replaceAll(parts, (_match, quoted: string | undefined) => quoted ?? ' ');
}

const root = join(import.meta.dirname, '..');
const isGenerated = (file: string) => /^src\/(insights\/)?generated\//.test(file);
const files = globSync('src/**/*.ts', { cwd: root, exclude: (name) => name === 'src/generated' })
  .filter((file) => !isGenerated(file))
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

interface Edge extends Import {
  from: string;
  /** The file it leads to, as `src/…`, or the package. */
  to: string;
}

const edges: Edge[] = [...sources].flatMap(([from, source]) =>
  importsOf(source).map((line) => ({
    ...line,
    from,
    to: line.module.startsWith('.') ? normalize(join(dirname(from), line.module)) : line.module,
  })),
);

const roles = ['schema', 'service', 'rules', 'access', 'loaders', 'documents', 'plans', 'writers'];
const roleOf = (file: string) => /^src\/domains\/[^/]+\/[^/]+\/[^/]+\.([a-z]+)\.ts$/.exec(file)?.[1];
const domainOf = (file: string) => /^src\/domains\/([^/]+\/[^/]+)\//.exec(file)?.[1];
const isManifest = (file: string) => /^src\/domains\/[^/]+\/([^/]+)\/\1\.ts$/.test(file);
const isGraphQL = (to: string) => /^(graphql|graphql-yoga|@pothos\/.*|@graphql-yoga\/.*)(\/|$)/.test(to);
const within = (to: string, folder: string) => to.startsWith(`src/${folder}/`);
const show = (list: Edge[]) => list.map(({ from, to, typeOnly }) => `${from} -> ${typeOnly ? 'type ' : ''}${to}`);

test('the reader of import lines sees every form, and nothing that only looks like one', () => {
  const source = `
import { readFileSync } from 'node:fs';
import type { A } from "./a.ts";
import { type B } from './b.ts';
import c, {
  d,
  type E, // import { x } from './in-a-comment.ts';
} from './c.ts';
import * as everything from './everything.ts';
import './effect.ts';
import type from './type.ts';
export * from './star.ts';
export { f } from './f.ts';
export type { G } from './g.ts';
/* import { y } from './in-a-block.ts'; */
const url = 'https://example.org'; const later = () => import('./later.ts');
const text = "import('./not-a-call.ts') is a text, though it is read as one: better once too often";
export const from = 'nowhere';
export function h() { return "from 'here'"; }
type I = import('./inline.ts').I;
`;
  expect(importsOf(source).map(({ module, typeOnly, reexport }) => [module, typeOnly, reexport])).toEqual([
    ['node:fs', false, false],
    ['./a.ts', true, false],
    ['./b.ts', false, false],
    ['./c.ts', false, false],
    ['./everything.ts', false, false],
    ['./type.ts', false, false],
    ['./star.ts', false, true],
    ['./f.ts', false, true],
    ['./g.ts', true, true],
    ['./effect.ts', false, false],
    ['./later.ts', false, false],
    ['./not-a-call.ts', false, false],
    ['./inline.ts', false, false],
  ]);
});

test('every source file was read, and what each imports was found', () => {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  const there = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !isGenerated(file));
  expect(files).toEqual(there.sort());
  expect(files.length).toBeGreaterThan(50);
  // Every mention of `from '…'` at the end of a line is one import; a reader that skipped some would count fewer.
  const mentions = [...sources.values()].flatMap((source) => source.match(/ from '[^']+';$/gm) ?? []);
  expect(edges.filter(({ module }) => module !== '').length).toBeGreaterThanOrEqual(mentions.length);
  const broken = edges.filter(({ to }) => to.startsWith('src/') && !isGenerated(to) && !sources.has(to));
  expect(show(broken)).toEqual([]);
});

test('services, rules and all other roles but schemas do not import GraphQL or HTTP', () => {
  const others = roles.filter((role) => role !== 'schema');
  const inside = edges.filter(({ from }) => others.includes(roleOf(from) ?? ''));
  expect(inside.length).toBeGreaterThan(100);
  const breaches = inside.filter(
    ({ to }) => isGraphQL(to) || roleOf(to) === 'schema' || within(to, 'graphql') || within(to, 'http'),
  );
  expect(show(breaches)).toEqual([]);
});

test('schemas touch no database', () => {
  const inside = edges.filter(({ from }) => roleOf(from) === 'schema');
  expect(inside.length).toBeGreaterThan(50);
  const writing = ['database/database', 'transactions/transaction', 'transactions/create-writer'].map(
    (name) => `src/platform/${name}.ts`,
  );
  const breaches = inside.filter(({ to, typeOnly }) => !typeOnly && (writing.includes(to) || within(to, 'generated')));
  expect(show(breaches)).toEqual([]);
});

test('a domain is reached only through its service, access or rules; a schema also through another schema', () => {
  const across = edges.filter(({ from, to }) => domainOf(to) !== undefined && domainOf(from) !== domainOf(to));
  expect(across.length).toBeGreaterThan(5);
  const breaches = across.filter(({ from, to }) => {
    const role = roleOf(to) ?? '';
    if (from === 'src/domains.ts') return !isManifest(to);
    return !['service', 'access', 'rules'].includes(role) && !(role === 'schema' && roleOf(from) === 'schema');
  });
  expect(show(breaches)).toEqual([]);
});

test('rules, plans and documents are pure: they import other rules, the platform and zod, and no database value', () => {
  const inside = edges.filter(({ from }) => ['rules', 'plans', 'documents'].includes(roleOf(from) ?? ''));
  const impure = [
    'database/database',
    'transactions/transaction',
    'records/records',
    'database/migrations',
    'security/rate-limits',
  ].map((name) => `src/platform/${name}.ts`);
  const breaches = inside.filter(
    ({ to, typeOnly }) =>
      !typeOnly &&
      (impure.includes(to) ||
        within(to, 'generated') ||
        to.startsWith('node:') ||
        ['service', 'access', 'loaders', 'writers'].includes(roleOf(to) ?? '')),
  );
  expect(show(breaches)).toEqual([]);
});

test('the platform imports no domain, no GraphQL, no HTTP and no configuration', () => {
  const inside = edges.filter(({ from }) => within(from, 'platform'));
  expect(inside.length).toBeGreaterThan(40);
  const breaches = inside.filter(
    ({ to }) => isGraphQL(to) || (to.startsWith('src/') && !within(to, 'platform') && !within(to, 'generated')),
  );
  expect(show(breaches)).toEqual([]);
});

/** The models that the platform itself reads and writes; every other model belongs to a domain. */
const platformModels = [
  'Account',
  'Change',
  'ChangeSequence',
  'ChangeSet',
  'IdempotentRequest',
  'Job',
  'SearchDocument',
  'SearchWord',
  'SigningKey',
];

test('the platform does not name models of features', () => {
  const schema = globSync('prisma/models/*.prisma', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const models = schema.flatMap((text) => [...text.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name ?? ''));
  expect(platformModels.filter((model) => !models.includes(model))).toEqual([]);
  const names = models.filter((model) => !platformModels.includes(model));
  expect(names.length).toBeGreaterThan(40);
  // As a name of its own, in either case, singular or plural: `Task`, 'task', `tx.db.task`, `tasks`.
  const named = new RegExp(
    `\\b(?:${names.map((name) => `[${name.charAt(0)}${name.charAt(0).toLowerCase()}]${name.slice(1)}`).join('|')})s?\\b`,
    'g',
  );
  expect('const link = tx.db.link'.match(named)).toEqual(['link', 'link']);
  const breaches = files
    .filter((file) => within(file, 'platform'))
    .flatMap((file) =>
      [...new Set(withoutComments(sources.get(file) ?? '').match(named))].map((name) => `${file}: ${name}`),
    );
  expect(breaches).toEqual([]);
});

/** Files beyond the edge that make or parse global ids, each with why. */
const globalIdFiles: Record<string, string> = {
  'src/cli/command.ts': 'prints the id of a change set',
  'src/domains/across/links/links.rules.ts': 'a link stores the ids of its ends',
  'src/domains/across/links/links.service.ts': 'a link stores the ids of its ends',
  'src/domains/hiring/readiness-alerts/readiness-alerts.rules.ts': 'writes a message for a receiver',
  'src/domains/hiring/readiness/readiness.loaders.ts': 'reads the ends of links',
  'src/domains/history/changes/changes.rules.ts': 'shows the fields of a change as JSON',
  'src/domains/skills/skill-claims/skill-claims.loaders.ts': 'reads the ends of links',
  'src/domains/tasks/reminders/reminders.rules.ts': 'a reminder stores the id of what it is about',
  'src/domains/tasks/saved-filters/saved-filters.rules.ts': 'a text names a saved filter by its id or its name',
  'src/domains/webhooks/deliveries/deliveries.rules.ts': 'writes a message for a receiver',
  'src/domains/webhooks/deliveries/deliveries.service.ts': 'writes a message for a receiver',
  'src/platform/queries/filters.ts': 'parses a filter',
  'src/platform/records/hard-delete.ts': 'finds records that name others by global ids',
  'src/platform/search/search-documents.ts': 'a document stores the id of its record',
  'src/platform/search/search-indexer.ts': 'a document stores the id of its record',
};

test('global ids are made and parsed at the edge, and where a column stores them', () => {
  const users = edges
    .filter(({ to }) => to === 'src/platform/database/global-ids.ts')
    .map(({ from }) => from)
    .filter((from) => !/^src\/(graphql|http|transfer|demo)\//.test(from) && roleOf(from) !== 'schema');
  expect(users).toEqual(Object.keys(globalIdFiles));
});

test('integrations are plain functions: of the platform they import only the errors, the calendar, English, the interfaces they implement and what bounds a body', () => {
  const inside = edges.filter(({ from }) => within(from, 'integrations'));
  expect(inside.length).toBeGreaterThan(20);
  const known = [
    'errors',
    'time/calendar',
    'text/english',
    'security/outbound-http',
    'runtime/mailer',
    'runtime/tracing',
    'runtime/collect-bytes',
  ].map((name) => `src/platform/${name}.ts`);
  // The HTTP client alone opens connections, and tracing listens to Node. To inflate bytes is a function of them.
  const connects = (from: string) =>
    within(from, 'integrations/outbound-http') || within(from, 'integrations/opentelemetry');
  const breaches = inside.filter(
    ({ from, to }) =>
      isGraphQL(to) ||
      (to.startsWith('node:') && to !== 'node:zlib' && !connects(from)) ||
      (to.startsWith('src/') && !within(to, 'integrations') && !known.includes(to)),
  );
  expect(show(breaches)).toEqual([]);
});

test('the tools of MCP know the API alone: they import nothing else of the server', () => {
  const inside = edges.filter(({ from }) => within(from, 'mcp'));
  expect(inside.length).toBeGreaterThan(10);
  expect(show(inside.filter(({ to }) => to.startsWith('src/') && !within(to, 'mcp')))).toEqual([]);
});

test('the code that all schemas share imports no feature and no HTTP', () => {
  const breaches = edges.filter(
    ({ from, to }) =>
      within(from, 'graphql') && to.startsWith('src/') && !/^src\/(graphql|platform|generated)\//.test(to),
  );
  expect(show(breaches)).toEqual([]);
});

test('nothing below the commands imports app or a command, and nothing imports main', () => {
  const inside = (from: string) => from === 'src/main.ts' || within(from, 'cli');
  const tops = edges.filter(({ to }) => ['src/app.ts', 'src/main.ts'].includes(to) || within(to, 'cli'));
  expect(tops.length).toBeGreaterThan(10);
  expect(show(tops.filter(({ from, to }) => to === 'src/main.ts' || !inside(from)))).toEqual([]);
});

test('export and import use the models: they import the platform and, of the features, accounts alone', () => {
  const inside = edges.filter(({ from }) => within(from, 'transfer'));
  expect(inside.length).toBeGreaterThan(20);
  const breaches = inside.filter(
    ({ to }) =>
      isGraphQL(to) ||
      (to.startsWith('src/') &&
        !/^src\/(transfer|platform|generated)\//.test(to) &&
        domainOf(to) !== 'accounts/accounts'),
  );
  expect(show(breaches)).toEqual([]);
});

test('HTTP and the demo reach features through their services and rules', () => {
  for (const [folder, others] of [
    ['http', ['graphql', 'transfer', 'mcp']],
    ['demo', []],
  ] as const) {
    const inside = edges.filter(({ from }) => within(from, folder));
    expect(inside.length).toBeGreaterThan(20);
    const breaches = inside.filter(({ to }) => {
      if (!to.startsWith('src/') || to === 'src/config.ts') return false;
      if ([folder, 'platform', ...others].some((name) => within(to, name))) return false;
      return !['service', 'rules'].includes(roleOf(to) ?? '');
    });
    expect(show(breaches)).toEqual([]);
  }
});

test('the insights are a client like any other: they import nothing of the server, and no server imports them', () => {
  const inside = edges.filter(({ from }) => within(from, 'insights'));
  expect(inside.length).toBeGreaterThan(20);
  const breaches = inside.filter(({ to }) => !within(to, 'insights') && to !== '@observablehq/plot');
  const users = edges.filter(({ from, to }) => within(to, 'insights') && !within(from, 'insights'));
  expect(show([...breaches, ...users])).toEqual([]);
});

test('what a file exports is used by another file', () => {
  // Types are left out: one may be exported for the signature that it is part of.
  const declared = /^export (?:async )?(?:const|function\*?|class) (\w+)/gm;
  // Tests, scripts and the template use what a file offers, too.
  const readers = globSync('{bench,bin,scripts,src,templates,test}/**/*.{ts,js}', {
    cwd: root,
    exclude: (name) => name === 'src/generated',
  });
  const importers = new Map<string, string[]>();
  for (const reader of readers) {
    const source = readFileSync(join(root, reader), 'utf8');
    for (const { module } of importsOf(source)) {
      const file = normalize(join(dirname(reader), module)).replace(/^templates\/domain\//, '');
      importers.set(file, [...(importers.get(file) ?? []), source]);
    }
  }
  const isUsed = (file: string, name: string) =>
    (importers.get(file) ?? []).some((source) => new RegExp(`\\b${name}\\b`).test(source));
  const exported = [...sources].flatMap(([file, source]) =>
    [...withoutComments(source).matchAll(declared)].map(([, name = '']) => ({ file, name })),
  );
  expect(exported.length).toBeGreaterThan(500);
  const unused = exported.filter(({ file, name }) => !isUsed(file, name));
  expect(unused.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

test('an enum of the models is named, and its values are not listed again', () => {
  const models = globSync('prisma/models/*.prisma', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const valuesIn = (text: string, value: RegExp) =>
    [...text.matchAll(value)]
      .map(([, name = '']) => name)
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join();
  const enums = new Map(
    models
      .flatMap((text) => [...text.matchAll(/^enum (\w+) \{(.*?)^\}/gms)])
      .map(([, name = '', body = '']) => [valuesIn(body, /^ {2}(\w+)$/gm), name]),
  );
  expect(enums.size).toBeGreaterThan(20);
  const listed = (source: string) =>
    [...withoutComments(source).matchAll(/z\s*\.enum\(\[([^\]]*)\]/g)].flatMap(
      ([, list = '']) => enums.get(valuesIn(list, /'(\w+)'/g)) ?? [],
    );
  expect(listed("z.enum(['DONE', 'TODO', 'IN_PROGRESS', 'CANCELLED'])")).toEqual(['TaskStatus']);
  expect(listed("z.enum(['DONE', 'TODO'])")).toEqual([]);
  expect([...sources].flatMap(([file, source]) => listed(source).map((name) => `${file}: ${name}`))).toEqual([]);
});

test('imports have no cycles, including imports of types', () => {
  expect(cyclesOf(edges)).toEqual([]);
  // The search finds one where there is one.
  const circle = ['a', 'b', 'c'].map((from, index) => ({ from, to: 'bca'[index] as string }));
  expect(cyclesOf(circle)).toEqual(['a -> b -> c -> a']);
});

function cyclesOf(graph: { from: string; to: string }[]): string[] {
  const next = Map.groupBy(graph, ({ from }) => from);
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const { from } of graph) walk(from, []);
  return cycles;
}

test('there are no barrels: no file re-exports another', () => {
  expect(files.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  expect(show(edges.filter(({ reexport }) => reexport))).toEqual([]);
});

test('only the command reads the environment', () => {
  const readers = files.filter((file) => /\bprocess\.env\b|\bprocess\[/.test(withoutComments(sources.get(file) ?? '')));
  expect(readers).toEqual(['src/main.ts']);
  const takers = edges.filter(({ to }) => /^(node:)?process$/.test(to));
  expect(show(takers)).toEqual([]);
});

/** What a query must not be made of: the context's calendar and data say when they change, and nothing else does. */
const unseen =
  /\bnew Date\(\)|\b(Date|Temporal\.Now|performance|Math)\.(now|random|plainDateISO|instant)\b|\bsystemClock\b/;

test('features take the time from the calendar of their context, so that it is known how long a response is valid', () => {
  const takers = files.filter(
    (file) =>
      /^src\/(domains|graphql|platform\/(queries|records|search|validation))\//.test(file) &&
      unseen.test(withoutComments(sources.get(file) ?? '')),
  );
  // Both measure what a job takes, and spread the next attempts.
  expect(takers).toEqual([
    'src/domains/integrations/syncs/syncs.service.ts',
    'src/domains/webhooks/deliveries/deliveries.service.ts',
  ]);
});

test('only the database, full-text search, statistics and quotas of periods contain SQL', () => {
  const speakers = files.filter((file) => /\$(query|execute)(Raw|Rows)/.test(withoutComments(sources.get(file) ?? '')));
  expect(speakers).toEqual([
    'src/platform/database/compiled-reads/compiled-reads.ts',
    'src/platform/database/read-database.ts',
    'src/platform/queries/picks.ts',
    'src/platform/queries/stats-query.ts',
    'src/platform/search/full-text-query.ts',
    'src/platform/search/vocabulary.ts',
  ]);
  // Past Prisma there are only those that look at a database as a whole; `seen` is a file of its own.
  const direct = edges.filter(({ to, typeOnly }) => ['better-sqlite3', 'pg'].includes(to) && !typeOnly);
  expect([...new Set(direct.map(({ from }) => from))]).toEqual([
    'src/cli/doctor.ts',
    // Reads the database of another program.
    'src/integrations/imports/anki-collection.ts',
    'src/platform/database/backup.ts',
    'src/platform/database/migrations.ts',
    'src/platform/database/postgresql-adapter.ts',
    'src/platform/database/postgresql-executions.ts',
    'src/platform/database/replica-report.ts',
    'src/platform/database/response-watch.ts',
    'src/platform/database/snapshot.ts',
    'src/platform/database/sqlite-adapter.ts',
    'src/platform/database/sqlite-thread-worker.ts',
    'src/platform/database/standby.ts',
    'src/transfer/seen.ts',
  ]);
  // What search says in SQL has its values bound, but for numbers of its own.
  const search = sources.get('src/platform/search/full-text-query.ts') ?? '';
  expect(search).not.toContain('Unsafe');
  expect([...search.matchAll(/Prisma\.raw\((.*?)\)\}/g)].every(([, text]) => text?.startsWith('String(points.'))).toBe(
    true,
  );
});

test('a domain is a folder in kebab-case, with files of the known roles named after it', () => {
  const inside = files.filter((file) => file.startsWith('src/domains/'));
  expect(inside.length).toBeGreaterThan(20);
  const strays = inside.filter((file) => {
    if (isManifest(file)) return false;
    const [, feature, name, role] =
      /^src\/domains\/[a-z]+(?:-[a-z]+)*\/([a-z]+(?:-[a-z]+)*)\/([a-z-]+)\.([a-z]+)\.ts$/.exec(file) ?? [];
    return feature === undefined || name !== feature || !roles.includes(role ?? '');
  });
  expect(strays).toEqual([]);
  const domains = [...new Set(inside.map(domainOf))];
  // Each has a manifest, a service and rules, a schema if the API knows of it, and access where it has records of its own.
  const hasSchema = (domain: string) =>
    sources.get(`src/domains/${domain}/${basename(domain)}.ts`)?.includes('schema:') ?? true;
  const ownsRows = (domain: string) =>
    sources.get(`src/domains/${domain}/${basename(domain)}.schema.ts`)?.includes('prismaNode(');
  const missing = domains.flatMap((domain) =>
    [
      '',
      '.service',
      '.rules',
      ...(hasSchema(domain ?? '') ? ['.schema'] : []),
      ...(ownsRows(domain ?? '') ? ['.access'] : []),
    ].map((role) => `src/domains/${domain}/${basename(domain ?? '')}${role}.ts`),
  );
  expect(domains.filter((domain) => ownsRows(domain ?? '')).length).toBeGreaterThan(6);
  expect(missing.filter((file) => !sources.has(file))).toEqual([]);
  expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([]);
});

/** A declaration at the top level of a module whose value can change. */
const state =
  /^(?:export )?(?:(?:let|var)\s|const \w+[^=\n]*= (?:new (?:Map|WeakMap|WeakSet|Array|Date)\b|new Set(?!\(\[)|\[\];|\{\};|await\b|create[A-Z])).*$/gm;

test('modules keep no state: nothing at their top level can change', () => {
  const found = (source: string) => withoutComments(source).match(state) ?? [];
  for (const breach of ['let a = 1;', 'export let a;', 'const a = new Map();', 'const a: Map<A, B> = new Map<A>();']) {
    expect(found(breach)).toEqual([breach]);
  }
  for (const fine of ['  let a = 1;', "const a = new Set(['b']);", 'const a = { b: 1 };', 'const a = z.object({});']) {
    expect(found(fine)).toEqual([]);
  }
  expect([...sources.values()].flatMap(found)).toEqual([]);
});

/** Files over 250 lines, each with why it is one. Over 400 nothing excuses. */
const longOnes: Record<string, string> = {};

test('files are short: none over 400 lines, and those over 250 are known', () => {
  const lengths = [...sources].map(([file, source]) => ({ file, lines: source.split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
  const long = lengths.filter(({ lines }) => lines > 250).map(({ file }) => file);
  expect(long.filter((file) => longOnes[file] === undefined)).toEqual([]);
  expect(Object.keys(longOnes).filter((file) => !sources.has(file))).toEqual([]);
});
