import { expect, test } from 'vitest';
import { readMigrations } from '../../src/platform/database/migration-history.ts';
import { renameFields, renamesAfter } from '../../src/transfer/earlier-versions.ts';
import { createTestApp } from '../support/app.ts';
import { engine } from '../support/databases.ts';
import { leaveToCI } from '../support/services.ts';
import { exportOf, importInto, refusalOf, signInThere } from '../support/transfer.ts';
import { byName, currentChange, currentValue } from './names.ts';
import { thenAndNow } from './nodes.ts';
import { expectedOf, releasedExport, type Values } from './released.ts';

/* An export of version 0.1, imported on either engine. */

const { ada } = expectedOf('sqlite').accounts;

/** What stays in the place that an export comes from. */
const stays = /^(AccessToken|CalendarFeed|Session|Webhook|WebhookDelivery):/;

async function imported() {
  const app = await createTestApp();
  app.clock.set(expectedOf('sqlite').readAt);
  const report = await importInto(app, 'ada@elsewhere.example', releasedExport());
  return { app, report, person: await signInThere(app, 'ada@elsewhere.example') };
}

test('an export of version 0.1 makes the same records, in an account without any', async (context) => {
  leaveToCI(context);
  const { app, report, person } = await imported();
  const lines = releasedExport()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { Operation: operations, Change: changes, ...records } = lines[0].counts as Record<string, number>;
  expect(report).toEqual({
    createdCount: Object.values(records).reduce((sum, count) => sum + count),
    unchangedCount: 0,
    includesHistory: true,
  });
  expect(await app.db.reads.changeSet.count()).toBe(operations);
  expect(await app.db.reads.change.count()).toBe(changes);
  const nodes = Object.entries(ada.nodes).filter(([id]) => !stays.test(id) && id !== ada.id);
  expect(nodes.length).toBeGreaterThan(200);
  const [before, now] = await thenAndNow(person, Object.fromEntries(nodes));
  expect(now).toEqual(before);
  expect((await person.query('{ search(text: "Bäume wachsen") { totalCount } }')).search.totalCount).toBeGreaterThan(0);
}, 120_000);

test('history, cursors and undo work after it', async (context) => {
  leaveToCI(context);
  const { person } = await imported();
  const query = `query ($id: ID!) { history(id: $id, first: 100) { nodes {
    type nodeId action nodeVersion at changeSet { id name } fields { name before after }
  } } }`;
  for (const [id, was] of Object.entries<Values[]>(ada.history)) {
    if (id === ada.id) continue;
    const { history } = await person.query(query, { id });
    expect(byName(history.nodes), id).toEqual(byName(was.map(currentChange)));
  }
  const { now, after } = ada.changes;
  const page = `query ($after: String) { changes(after: $after, first: 1) { ... on ChangePage { cursor changes { nodeId } } } }`;
  expect((await person.query(page, { after: now })).changes).toEqual({ cursor: now, changes: [] });
  const [{ rowId }] = after.changes;
  expect((await person.query(page, { after: after.cursor })).changes.changes).toEqual([{ nodeId: rowId }]);
  for (const { what, operationId, rowsAfterUndo } of ada.undoable) {
    const undone = await person.mutate('undoChangeSet', { changeSetId: currentValue(operationId) }, 'id');
    expect(undone, what).toMatchObject({ __typename: 'ChangeSet' });
    const gone = Object.entries<Values | null>(rowsAfterUndo).filter(([, was]) => was === null);
    const [before, is] = await thenAndNow(person, Object.fromEntries(gone));
    expect(is, what).toEqual(before);
  }
}, 120_000);

test('a second import changes nothing, and an export has the current version', async (context) => {
  leaveToCI(context);
  const { app, report } = await imported();
  const again = await importInto(app, 'ada@elsewhere.example', releasedExport());
  expect(again).toEqual({ createdCount: 0, unchangedCount: report.createdCount, includesHistory: false });
  const text = await exportOf(app, 'ada@elsewhere.example');
  expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ version: 2, history: { oldestSequence: 1 } });
  expect(text).not.toMatch(/"(colour|deadline|carriedOver|organiserId|tick|\w+Folded)":/);
  const there = await createTestApp();
  // What tasks were planned for was told by their history.
  const plans = text.match(/^\{"type":"TaskPlan"/gm)?.length ?? 0;
  expect(plans).toBeGreaterThan(0);
  expect(await importInto(there, 'ada@example.org', text)).toEqual({
    ...report,
    createdCount: report.createdCount + plans,
  });
  expect(await exportOf(there, 'ada@example.org')).toBe(text);
});

test('a record with both the earlier and the present name of a field is refused', async () => {
  const app = await createTestApp();
  const both = releasedExport().replace('"colour":', '"color":"#000000","colour":');
  const refused = await refusalOf(importInto(app, 'ada@elsewhere.example', both));
  expect(refused.message).toMatch(/^Line \d+: Label: unknown field "colour"/);
});

test('an import and the migration rename history in the same way', () => {
  const [renames] = Object.values(renamesAfter);
  const { sql } = readMigrations(engine).find(({ name }) => name.endsWith('_rename_in_history')) ?? { sql: '' };
  const pairs = [...sql.matchAll(/^ {4}\('(\w+)', '(\w+)', '(\w+)'\)/gm)].map(([, ...pair]) => pair);
  expect(pairs.length).toBeGreaterThan(50);
  for (const [type = '', from = '', to = ''] of pairs) {
    expect(renames && renameFields(renames, type, { [from]: 1 }), `${type}.${from}`).toEqual({ [to]: 1 });
  }
  const known = new Set(pairs.map(([type, from]) => `${type}.${from}`));
  const log = ['Change', 'ChangeSequence', 'ChangeSet'];
  const imports = Object.entries(renames?.fields ?? {}).filter(([type]) => !log.includes(type));
  expect(imports.flatMap(([type, fields]) => Object.keys(fields).map((from) => `${type}.${from}`))).toSatisfy(
    (names: string[]) => names.every((name) => known.has(name)),
  );
  for (const [type, fields] of Object.entries(renames?.values ?? {})) {
    for (const [field, values] of Object.entries(fields)) {
      for (const [from, to] of Object.entries(values)) {
        expect(sql).toContain(`"model" = '${type}'`);
        expect(sql).toMatch(new RegExp(`${field}.*${to}`));
        expect(sql).toMatch(new RegExp(`${field}' = '${from}'`));
      }
    }
  }
});
