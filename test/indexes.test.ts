import BetterSqlite3 from 'better-sqlite3';
import { type GraphQLField, getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createTestApp, type TestApp, testSchema } from './support/app.ts';
import { engine } from './support/databases.ts';
import { adaAndBob } from './support/examples.ts';
import { leaveToCI } from './support/services.ts';

/*
 * Every order of every list is read from an index, so that a page takes as long of 200,000 records as of 200. The plans are
 * those of the statements that GraphQL leads to.
 */

/** Lists whose records are sorted: an owner has few of them, which are made by hand. */
const fewRecords = new Map([
  ['Link', 'drawn by hand'],
  ['Label', 'names to choose from'],
  ['Framework', 'one or a few'],
  ['SkillCategory', 'at most 100 in a framework'],
  ['Skill', 'at most 100 in a category'],
  ['SkillTarget', 'some for each skill'],
  ['Goal', 'some for each quarter'],
  ['Milestone', 'at most 100 of a goal'],
  ['EngagementPulse', 'one a week'],
  ['MeetingSeries', 'each has many meetings'],
  ['RoleProfile', 'roles one might apply for'],
  ['Artifact', 'pieces of work to show'],
  ['Story', 'told in interviews'],
  ['PracticeInterview', 'each takes an hour'],
  ['JobApplication', 'each takes hours'],
  ['SecurityEvent', 'deleted after a year'],
]);

const schema = testSchema();

interface List {
  readonly field: string;
  readonly model: string;
  /** Every order by one field, as the API writes it. */
  readonly orders: readonly string[];
}

/** The list that a field is, if it is one that can be sorted. */
function listOf(field: GraphQLField<unknown, unknown>): List[] {
  const connection = getNamedType(field.type).name;
  const order = getNamedType(field.args.find(({ name }) => name === 'orderBy')?.type);
  if (!connection.endsWith('Connection') || !isInputObjectType(order)) return [];
  const fields = getNamedType(order.getFields().field?.type);
  const names = isEnumType(fields) ? fields.getValues().map(({ name }) => name) : [];
  const ways = ['ASC', 'DESC'].flatMap((direction) => ['FIRST', 'LAST'].map((nulls) => ({ direction, nulls })));
  const orders = names.flatMap((name) =>
    ways.map(({ direction, nulls }) => `{ field: ${name}, direction: ${direction}, nulls: ${nulls} }`),
  );
  return [{ field: field.name, model: connection.slice(0, -'Connection'.length), orders }];
}

/** A statement that reads the table of a model: as compiled reads write it, or as Prisma does. */
const isOf = (model: string) => (sql: string) =>
  [`FROM "${model}"`, `FROM \`main\`.\`${model}\``, `FROM "public"."${model}"`].some((table) => sql.includes(table));

/** Runs something, and returns the plan of each statement that reads the records of a model in an order. */
async function plansOf(
  app: TestApp,
  model: string,
  explain: Explain,
  work: () => Promise<unknown>,
): Promise<string[][]> {
  const before = app.statements.length;
  await work();
  const found = app.statements.slice(before).filter((sql) => isOf(model)(sql) && sql.includes('ORDER BY'));
  return Promise.all(found.map(explain));
}

type Explain = (sql: string) => Promise<string[]>;

/** Explains statements, without their values. */
async function explainer({ config: { database } }: TestApp): Promise<Explain> {
  if (database.engine === 'sqlite') {
    const file = new BetterSqlite3(database.file, { readonly: true });
    onTestFinished(() => void file.close());
    return async (sql) => {
      const values = (sql.match(/\?/g) ?? []).map(() => null);
      const rows = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values);
      return (rows as { detail: string }[]).map(({ detail }) => detail);
    };
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  onTestFinished(() => client.end());
  // Tables this small would be scanned and sorted. What is left of that has no index.
  await client.query('SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_sort = off');
  await client.query('SET enable_bitmapscan = off');
  let turn = Promise.resolve<unknown>(undefined);
  return (sql) => {
    const rows = turn.then(async () => {
      const values = new Set(sql.match(/\$\d+/g)).size;
      const call = values > 0 ? `(${Array.from({ length: values }, () => 'NULL').join()})` : '';
      await client.query(`PREPARE asked AS ${sql}`);
      const { rows } = await client.query(`EXPLAIN EXECUTE asked${call}`);
      await client.query('DEALLOCATE asked');
      return rows.map((row: Record<string, string>) => row['QUERY PLAN'] ?? '');
    });
    turn = rows;
    return rows;
  };
}

/** Explains statements of search, whose index PostgreSQL reads by bitmaps. */
async function searchExplainer(app: TestApp): Promise<Explain> {
  const { database } = app.config;
  if (database.engine === 'sqlite') return explainer(app);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan');
  return async (sql) => {
    const values = new Set(sql.match(/\$\d+/g)).size;
    await client.query(`PREPARE asked AS ${sql}`);
    const { rows } = await client.query(
      `EXPLAIN EXECUTE asked(${Array.from({ length: values }, () => 'NULL').join()})`,
    );
    await client.query('DEALLOCATE asked');
    return rows.map((row: Record<string, string>) => row['QUERY PLAN'] ?? '');
  };
}

/** A step that reads a whole table. What is read through an index whose first column is not asked for says so, too. */
const isScan = (step: string) =>
  engine === 'sqlite' ? /^SCAN (?!CONSTANT|json_each|j\d)/.test(step) : /Seq Scan/.test(step);

/** A step that sorts all records; not one that sorts those with equal values of the first term by the next. */
const isSort = (step: string) =>
  engine === 'sqlite' ? step === 'USE TEMP B-TREE FOR ORDER BY' : /(?:^|->)\s*Sort {2}\(/.test(step);

/** A step that reads the records of an owner, and not only those of a parent. */
const isOfOwner = (model: string) => (step: string) =>
  engine === 'sqlite'
    ? new RegExp(`^SEARCH (main\\.)?${model} `).test(step) && /\(ownerId=\?(?: AND trashedAt=\?)?\)/.test(step)
    : step.includes(`using "${model}_ownerId_`);

/** A step that looks for a join record of a record. Lists through a join model read the owner's records until a page is full. */
const isJoin = (step: string) =>
  engine === 'sqlite' ? /^CORRELATED | EXISTS /.test(step) : /SubPlan|Semi Join/.test(step);

const rootLists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(listOf);

test('a page of every list, in every order, is read from an index, from its cursor on', async (context) => {
  leaveToCI(context);
  const { app, ada } = await adaAndBob();
  const explain = await explainer(app);
  const sorted: unknown[] = [];
  let pages = 0;
  expect(rootLists.length).toBeGreaterThan(20);
  for (const { field, model, orders } of rootLists) {
    for (const order of [null, ...orders]) {
      const orderBy = order ? `orderBy: [${order}]` : '';
      const ask = (after: string) =>
        ada.query(`{ list: ${field}(first: 1, ${after} ${orderBy}) { edges { cursor } } }`);
      let cursor = '';
      const first = async () => {
        const [edge] = (await ask('')).list.edges;
        cursor = edge?.cursor ?? '';
      };
      const plans = await plansOf(app, model, explain, first);
      expect([field, cursor !== '', plans.length > 0]).toEqual([field, true, true]);
      plans.push(...(await plansOf(app, model, explain, () => ask(`after: "${cursor}"`))));
      pages += 2;
      const isBad = fewRecords.has(model) ? isScan : (step: string) => isScan(step) || isSort(step);
      if (plans.flat().some(isBad)) sorted.push({ field, order, plans });
    }
  }
  expect(sorted).toEqual([]);
  expect(pages).toBeGreaterThan(500);
});

test.skipIf(engine !== 'sqlite')(
  'the list of a day reads the records of the day, not all of the owner',
  async (context) => {
    leaveToCI(context);
    const { app, ada } = await adaAndBob();
    const explain = await explainer(app);
    for (const [field, model] of [['tasks', 'Task']] as const) {
      const plans = await plansOf(app, model, explain, () => ada.query(`{ day { ${field} { nodes { id } } } }`));
      const steps = plans.flat();
      expect([field, steps.length > 0, steps.filter((step) => isScan(step) || isOfOwner(model)(step))]).toEqual([
        field,
        true,
        [],
      ]);
    }
  },
);

test('lists of few records are lists that there are', () => {
  const models = rootLists.map(({ model }) => model);
  expect([...fewRecords.keys()].filter((model) => !models.includes(model))).toEqual([]);
});

test.skipIf(engine !== 'sqlite')('nodes are found by their ids, not among all of the owner', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const explain = await explainer(app);
  const operations = Array.from({ length: 30 }, (_, i) => ({ createTask: { title: `Task ${i}` } }));
  await ada.mutate('batch', { mode: 'ATOMIC', operations }, 'isDone');
  const { tasks } = await ada.query('{ tasks(first: 30) { nodes { id } } }');
  const ids = tasks.nodes.map(({ id }: { id: string }) => id);
  const before = app.statements.length;
  await ada.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Task { title } } }', { ids });
  const found = app.statements.slice(before).filter(isOf('Task'));
  expect(found).toHaveLength(1);
  const plans = await Promise.all(found.map(explain));
  expect(plans.flat().filter((step) => isScan(step) || isOfOwner('Task')(step))).toEqual([]);
});

test.skipIf(engine !== 'sqlite')(
  'the list of a parent reads the records of the parent, not all of the owner',
  async (context) => {
    leaveToCI(context);
    const { app, ada, hers } = await adaAndBob();
    const explain = await explainer(app);
    const found: unknown[] = [];
    let [lists, columns] = [0, 0];
    for (const [type, [id]] of Object.entries(hers)) {
      const parent = schema.getType(type);
      for (const { field, model, orders } of isObjectType(parent)
        ? Object.values(parent.getFields()).flatMap(listOf)
        : []) {
        for (const order of [null, ...orders]) {
          const orderBy = order ? `(orderBy: [${order}])` : '';
          const text = `{ node(id: "${id}") { ... on ${type} { ${field}${orderBy} { nodes { id } } } } }`;
          const plans = await plansOf(app, model, explain, () => ada.query(text));
          expect([type, field, plans.length > 0]).toEqual([type, field, true]);
          lists += 1;
          if (plans.flat().some(isJoin)) continue;
          columns += 1;
          if (plans.flat().some((step) => isScan(step) || isOfOwner(model)(step)))
            found.push({ type, field, order, plans });
        }
      }
    }
    expect(found).toEqual([]);
    expect(lists).toBeGreaterThan(100);
    expect(columns).toBeGreaterThan(lists / 3);
  },
);

test('search finds documents by the full-text index, and typing errors by the vocabulary alone', async () => {
  const { app, ada } = await adaAndBob();
  const before = app.statements.length;
  // A word that no document has: everything that search can ask is asked.
  await ada.query('{ search(text: "quarterlx plannin", types: [TASK, GOAL]) { totalCount nodes { score } } }');
  await ada.mutate('createTask', { title: 'Quarterly planning' });
  const { search } = await ada.query('{ search(text: "quarterlx plannin") { totalCount nodes { score } } }');
  expect(search).toMatchObject({ totalCount: 1, nodes: [{ score: 0.15 }] });
  const asked = app.statements
    .slice(before)
    .filter((sql) => /^\s*SELECT[\s\S]*"Search(Index|Document|Word)"/.test(sql));
  expect(asked.filter((sql) => sql.includes('"SearchWord"')).length).toBe(2);
  expect(asked.length).toBeGreaterThan(6);
  const explain = await searchExplainer(app);
  for (const sql of asked) {
    const steps = await explain(sql);
    const isBad = (step: string) => /Seq Scan|^SCAN (?!SearchIndex VIRTUAL TABLE INDEX|\d|m|\(subquery|r\b)/.test(step);
    expect([sql, steps.filter(isBad)]).toEqual([sql, []]);
    // Nothing goes through all documents of an owner.
    const ofOwner = engine === 'sqlite' ? '(ownerId=?)' : 'SearchDocument_ownerId_';
    const isOfOwner = (step: string) => step.includes(ofOwner);
    expect([sql, steps.filter(isOfOwner)]).toEqual([sql, []]);
    const isFullText = steps.some((step) => /VIRTUAL TABLE INDEX|SearchDocument_tokens_idx/.test(step));
    const isVocabulary = sql.includes('"SearchWord"');
    const words = steps.filter((step) => /SearchWord/.test(step));
    expect([words.length > 0, isFullText]).toEqual([isVocabulary, !isVocabulary]);
    const isRange = (step: string) => engine !== 'sqlite' || step.endsWith('(ownerId=? AND key>? AND key<?)');
    expect([sql, words.every(isRange)]).toEqual([sql, true]);
  }
});
