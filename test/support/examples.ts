import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { createTestApp, type SignedInPerson, startTestApp, type TestApp } from './app.ts';
import { createTemplate } from './databases.ts';

/* What the tests about all domains need to know of each: `test/domains/<domain>/<domain>.example.ts`. */

/** The global ids of somebody's rows, by type; the first of each is one in use. */
export type Rows = Record<string, string[]>;

/** Finds the first of somebody's rows of a type. */
export const ownIn = (rows: Rows) => (type: string) => {
  const [first] = rows[type] ?? [];
  if (first === undefined) throw new Error(`There is no ${type} of one's own.`);
  return first;
};

/** What an example makes its rows with: as one person, through the API. */
export interface Maker {
  readonly app: TestApp;
  readonly person: SignedInPerson;
  /** What every text of this person's rows has in it, so that it is known wherever it shows up. */
  readonly mark: string;
  /** What was made so far; the first row of a type is one in use. */
  readonly own: (type: string) => string;
  readonly rows: (type: string) => string[];
  /** Runs a mutation that must succeed, and answers its row. */
  // biome-ignore lint/suspicious/noExplicitAny: examples look into answers of every shape
  readonly make: (mutation: string, input: object, fields?: string) => Promise<any>;
  /** The same, and answers its row's id. */
  readonly id: (mutation: string, input: object) => Promise<string>;
}

/** One domain, for the tests that are about all of them. */
export interface Example {
  /** The domains whose rows this one's are joined to. */
  readonly after?: readonly string[];
  /** Makes rows of every type of the domain, joined in every way there is, in use and in the trash; answers their ids. */
  populate?(maker: Maker): Promise<Rows>;
  /** What is done once all domains have their rows; answers the ids of what is only made then. */
  finish?(maker: Maker): Promise<Rows | undefined>;
  /** For each mutation that takes ids: an input valid in every way, every place for an id filled with one's own. */
  readonly inputs?: Record<string, (own: (type: string) => string) => Record<string, unknown>>;
  /** Plain lists of things that have fields of their own, each with what bounds it. */
  readonly bounded?: Record<string, string>;
}

const domains = join(import.meta.dirname, '../../src/domains');

/** The names of the domains: the folders in src/domains. */
export const domainNames = globSync('*/*/', { cwd: domains })
  .map((path) => path.replaceAll('\\', '/').replace(/\/$/, ''))
  .sort();

async function load(name: string): Promise<[string, Example]> {
  const file = join(import.meta.dirname, `../domains/${name}/${basename(name)}.example.ts`);
  const { example } = (await import(/* @vite-ignore */ file)) as { example: Example };
  return [basename(name), example];
}

/** The example of each domain, in an order in which each comes after those it names. */
export const examples: ReadonlyMap<string, Example> = inOrder(new Map(await Promise.all(domainNames.map(load))));

function inOrder(all: Map<string, Example>): Map<string, Example> {
  const ordered = new Map<string, Example>();
  const add = (name: string, path: string[]) => {
    const example = all.get(name);
    const way = [...path, name];
    if (!example || path.includes(name)) throw new Error(`The examples cannot be put in order: ${way.join(', ')}`);
    for (const earlier of example.after ?? []) add(earlier, way);
    ordered.set(name, example);
  };
  for (const name of all.keys()) add(name, []);
  return ordered;
}

/** Valid inputs of the mutations that take ids, of all domains. */
export const validInputs = Object.assign({}, ...[...examples.values()].map(({ inputs }) => inputs)) as Required<
  NonNullable<Example['inputs']>
>;

/** What is in every text of a person's rows. */
export const markOf = (person: SignedInPerson) => `Mark-${person.id.slice(-12)}`;

/** Gives somebody rows of every type that has ids. */
export async function populate(app: TestApp, person: SignedInPerson): Promise<Rows> {
  const rows: Rows = {};
  const make: Maker['make'] = async (mutation, input, fields = 'id') => {
    const row = await person.mutate(mutation, input, fields);
    if (row.__typename.endsWith('Error')) throw new Error(`${mutation} was refused: ${JSON.stringify(row)}`);
    return row;
  };
  const maker: Maker = {
    app,
    person,
    mark: markOf(person),
    own: ownIn(rows),
    rows: (type) => rows[type] ?? [],
    make,
    id: async (mutation, input) => (await make(mutation, input)).id,
  };
  for (const example of examples.values()) Object.assign(rows, await example.populate?.(maker));
  for (const example of examples.values()) Object.assign(rows, await example.finish?.(maker));
  return rows;
}

/** Two people with rows of every type each, the second of whom asks for what is the first one's. */
export interface Neighbours {
  app: TestApp;
  ada: SignedInPerson;
  bob: SignedInPerson;
  hers: Rows;
  his: Rows;
}

/** The two and their rows, and the database that has them. */
type Populated = Omit<Neighbours, 'app'> & { template: string };

let populated: Promise<Populated> | undefined;

/** All rows, made once for all workers: every test has a copy of the database. The first worker makes them, and the others wait. */
async function sharedNeighbours(): Promise<Populated> {
  const file = join(inject('sharedFolder'), 'neighbours.json');
  const [turn, draft] = [`${file}.turn`, `${file}.draft`];
  while (!existsSync(file)) {
    if (isFirst(turn)) {
      try {
        writeFileSync(draft, JSON.stringify(await makeNeighbours()));
        renameSync(draft, file);
      } finally {
        rmdirSync(turn);
      }
    } else await setTimeout(20);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Whether nobody else has taken a turn, which is a folder. */
function isFirst(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}

async function makeNeighbours(): Promise<Populated> {
  let all: Omit<Neighbours, 'app'> | undefined;
  const template = await createTemplate(inject('templateDatabase'), async (url) => {
    const app = await startTestApp(url);
    const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
    const [hers, his] = [await populate(app, ada), await populate(app, bob)];
    all = { ada, bob, hers, his };
    await app.close();
  });
  return { template, ...(all as Omit<Neighbours, 'app'>) };
}

/** An application of its own for a test, with Ada, Bob, and rows of every type for each of them. */
export async function adaAndBob(variables: Record<string, string> = {}): Promise<Neighbours> {
  populated ??= sharedNeighbours();
  const { template, ada, bob, hers, his } = await populated;
  const app = await createTestApp(variables, {}, template);
  const here = { app, ada: app.again(ada), bob: app.again(bob), hers, his };
  // That a session is looked up for the first time takes a statement, which is no part of what a test counts.
  for (const person of [here.ada, here.bob]) await person.query('{ viewer { id } }');
  return here;
}
