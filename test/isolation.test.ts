import { getNamedType, isRequiredArgument, isUnionType, parse, visit } from 'graphql';
import { expect, test } from 'vitest';
import { syncedTypes, writeCursor } from '../src/domains/history/changes/changes.rules.ts';
import { chunksOf } from '../src/platform/database/chunks.ts';
import { fromGlobalId } from '../src/platform/database/global-ids.ts';
import {
  adaAndBob,
  cells,
  everythingIn,
  fittingTypes,
  same,
  schema,
  trace,
  twice,
  types,
  unknownOf,
  wantedType,
} from './isolation/ask.ts';
import {
  costOf,
  type Field,
  type IdPosition,
  idPositions,
  inOperations,
  maxCost,
  operationOn,
  operationOnAll,
  type Question,
  queries,
  selectAll,
  subscriptions,
  variablesOfAll,
} from './isolation/walk.ts';
import type { SignedInPerson } from './support/app.ts';
import { markOf, ownIn, type Rows } from './support/examples.ts';
import { leaveToCI } from './support/services.ts';

/*
 * The isolation matrix: Bob asks for everything of Ada's, in every way the schema has. The cells come from the schema,
 * so a new type, field, argument or filter is in it without anybody thinking of it.
 */

test('a node is visible to its owner alone, by node and by nodes, with any selection', async () => {
  const { app, ada, bob, hers, his } = await adaAndBob();
  let count = 0;
  for (const [type, ids] of Object.entries(hers)) {
    const all = (rows: number) => selectAll(schema.getType(type) as never, rows);
    const one = `query ($id: ID!) { answer: node(id: $id) { __typename id ... on ${type} ${all(2)} } }`;
    const many = `query ($ids: [ID!]!) { answer: nodes(ids: $ids) { __typename id ... on ${type} ${all(1)} } }`;
    expect((await ada.query(one, { id: ownIn(hers)(type) })).answer.__typename).toBe(type);
    expect((await ada.query(many, { ids })).answer).toMatchObject(ids.map((id) => ({ __typename: type, id })));
    // Two at once, with three fields more each, if a document may have so many: each would show in what is said, or take more statements.
    for (const pair of chunksOf(ids, 2 * (fieldsIn(all(2)) + 3) <= maxFields ? 2 : 1)) {
      const aliases = pair.map((_id, index) => `a${index}: node(id: $v${index}) { __typename id ...All }`);
      const declared = pair.map((_id, index) => `$v${index}: ID!`);
      const each = `query (${declared.join()}) { ${aliases.join(' ')} } fragment All on ${type} ${all(2)}`;
      const unknown = pair.map(() => unknownOf(type));
      const byNode = await trace(app, bob, each, variablesOfAll(pair), ...pair);
      expect(byNode.data).toEqual(Object.fromEntries(pair.map((_id, index) => [`a${index}`, null])));
      expect(same(byNode)).toEqual(same(await trace(app, bob, each, variablesOfAll(unknown), ...unknown)));
      count += pair.length;
    }
    const own = ownIn(his)(type);
    const ofBob = (asked: string[]) => trace(app, bob, many, { ids: [...asked, own, ...asked] }, ...asked);
    const byNodes = await ofBob(ids);
    const nothing = ids.map(() => null);
    expect(byNodes.data.answer).toEqual([...nothing, expect.objectContaining({ id: own }), ...nothing]);
    expect(same(byNodes)).toEqual(same(await ofBob(ids.map(() => unknownOf(type)))));
    count += ids.length;
  }
  expect(count).toBe(cells(hers).length * 2);
});

test('no list, and no node related to one of its nodes, shows data of another account', async () => {
  const { ada, bob, hers } = await adaAndBob();
  const lists = queries(schema).filter((field) => !field.args.some(isRequiredArgument));
  const [seenByAda, texts]: [string[], string[]] = [[], []];
  let count = 0;
  for (const field of lists) {
    for (const flag of [false, true]) {
      const switches = field.args.filter((arg) => getNamedType(arg.type).name === 'Boolean').map(({ name }) => name);
      const variables = Object.fromEntries(switches.map((name) => [name, flag]));
      const asked = (rows: number) => operationOn('query', field, switches, selectAll(field.type, rows, flag));
      // A list of days would cost too much in full: each is a day, which is asked for in full by itself.
      // A plan has tasks in three places: all of their fields would be too many.
      const isTooMuch = field.name === 'planDay' || costOf(schema, asked(2), variables) > maxCost;
      const text = isTooMuch ? asked(1) : asked(2);
      const answer = everythingIn(await bob.query(text, variables));
      for (const { id } of cells(hers)) expect(answer).not.toContain(fromGlobalId(id)?.id);
      expect(answer).not.toContain(markOf(ada));
      texts.push(answer);
      seenByAda.push(everythingIn(await ada.query(text, variables)));
      count += cells(hers).length;
    }
  }
  // The same questions find what is there: Ada sees a row of every type, and Bob sees rows of his own.
  const seen = seenByAda.join();
  for (const type of types) expect(seen).toContain(ownIn(hers)(type));
  expect(texts.filter((text) => text.includes(markOf(bob))).length).toBeGreaterThan(8);
  expect(count).toBeGreaterThanOrEqual(lists.length * 2 * types.length);
});

test('a cursor forged from a node of another account behaves as one of an unknown node', async () => {
  const { app, bob, hers, his } = await adaAndBob();
  const text = `query ($id: ID!, $after: String, $before: String) {
    task(id: $id) { subtasks(after: $after, before: $before) { totalCount nodes { id title } pageInfo { hasNextPage } } }
  }`;
  const [, parent] = his.Task ?? [];
  const cursorOf = (id: string, position: number) =>
    Buffer.from(JSON.stringify(['position asc,id asc', position, fromGlobalId(id)?.id])).toString('base64url');
  for (const id of hers.Task ?? []) {
    const row = await app.db.reads.task.findUniqueOrThrow({ where: { id: fromGlobalId(id)?.id ?? '' } });
    for (const end of ['after', 'before']) {
      // A hair away from his own rows' positions: among equals the id decides, as it should, regardless of owner.
      const asking = (asked: string) => ({ id: parent, [end]: cursorOf(asked, row.position + 0.5) });
      const { real, never } = await twice(app, bob, text, asking, id);
      expect(same(real)).toEqual(same(never));
    }
  }
  // It is a cursor as the server makes them: one of his own is understood.
  const { task } = await bob.query(
    `{ task(id: "${parent}") { subtasks(first: 1) { pageInfo { startCursor } nodes { id position } } } }`,
  );
  const [{ id, position }] = task.subtasks.nodes;
  expect(task.subtasks.pageInfo.startCursor).toBe(cursorOf(id, position));
});

/** The cursor from which all of a history is told. */
const start = writeCursor({ sequence: 0, ordinal: null, changeSetId: '' });

test('a subscription has all changes of its owner and none of other accounts', async () => {
  const { app, ada, bob, hers, his } = await adaAndBob();
  const people: [SignedInPerson, Rows][] = [
    [ada, hers],
    [bob, his],
  ];
  const told = new Set<string>();
  for (const field of subscriptions(schema)) {
    const result = getNamedType(field.type);
    const members = isUnionType(result) ? result.getTypes() : [];
    const parts = members.map((member) => `... on ${member.name} ${selectAll(member, 1)}`);
    const text = operationOn('subscription', field, ['after'], `{ __typename ${parts.join(' ')} }`);
    for (const [person, own] of people) {
      const ownerId = fromGlobalId(person.id)?.id ?? '';
      const where = { ownerId, model: { in: [...syncedTypes] } };
      let left = await app.db.reads.change.count({ where });
      expect([field.name, left]).toEqual([field.name, expect.toSatisfy((count: number) => count > 0)]);
      const events = await person.follow(text, { after: start });
      let all = '';
      while (left > 0) {
        const { answer } = (await events.next())?.data ?? {};
        all += everythingIn(answer);
        left -= answer.changes?.length ?? 1;
      }
      events.close();
      expect(left).toBe(0);
      for (const [other, rows] of people.filter(([{ id }]) => id !== person.id)) {
        for (const { id } of cells(rows)) expect(all).not.toContain(fromGlobalId(id)?.id);
        expect(all).not.toContain(markOf(other));
      }
      for (const type of types.filter((name) => syncedTypes.includes(name as never))) {
        expect(all).toContain(ownIn(own)(type));
        told.add(field.name);
      }
    }
  }
  expect([...told]).toEqual(['changed']);
});

interface QueryPosition extends Question {
  position: IdPosition;
}

/** Every place for an id among the arguments of the root fields, filters included. */
const queryPositions = (deepest: number): QueryPosition[] =>
  queries(schema).flatMap((field) =>
    field.args.flatMap((arg) =>
      idPositions(arg.name, arg.type, `Query.${field.name}`, deepest).map((position) => ({
        field,
        argument: arg.name,
        selection: short(field.type),
        position,
      })),
    ),
  );

function short(type: Field['type']): string {
  const { name } = getNamedType(type);
  // Whether it is there shows in its own fields; what stands beside it was looked at above.
  if (!name.endsWith('Connection')) return selectAll(type, 1);
  // A change is no row of its own: it names the one that it is about.
  return `{ totalCount nodes { ${name === 'NodeChangeConnection' ? 'nodeId' : 'id'} } }`;
}

test('an id of another account behaves as an unknown id in every argument and filter', async () => {
  const { app, ada, bob, hers } = await adaAndBob();
  const places = queryPositions(2).filter(({ field: { name } }) => name !== 'node' && name !== 'nodes');
  const fitting = new Map<string, Set<string>>();
  const asked: (QueryPosition & { type: string })[] = [];
  let count = 0;
  for (const [index, place] of places.entries()) {
    const { field, argument, position, selection } = place;
    const text = operationOn('query', field, [argument], selection);
    const fits = await fittingTypes(index, async (type) => {
      count += 1;
      const { errors } = await bob.ask(text, { [argument]: position.build(ownIn(hers)(type)) });
      return errors ? (errors.map(({ message }) => wantedType(message))[0] ?? 'refused') : null;
    });
    asked.push(...fits.map((type) => ({ ...place, type })));
    fitting.set(position.about, new Set([...(fitting.get(position.about) ?? []), ...fits]));
  }
  let found = 0;
  // Several at once: each would show in what is said, or take more statements.
  for (const group of inOperations(schema, 'query', asked, ({ position, type }) => position.build(unknownOf(type)))) {
    const cells = group.map(({ field, position, type }) => `${field.name}(${position.path.join('.')}: ${type})`);
    const text = operationOnAll('query', group);
    const variables = (ids: string[]) =>
      variablesOfAll(group.map(({ position }, index) => position.build(ids[index] ?? '')));
    const theirs = group.map(({ type }) => ownIn(hers)(type));
    const unknown = group.map(({ type }) => unknownOf(type));
    const real = await trace(app, bob, text, variables(theirs), ...theirs);
    const never = await trace(app, bob, text, variables(unknown), ...unknown);
    expect({ cells, errors: real.errors }).toEqual({ cells, errors: undefined });
    expect({ cells, ...same(real) }).toEqual({ cells, ...same(never) });
    for (const id of theirs) expect(everythingIn(real.data)).not.toContain(fromGlobalId(id)?.id);
    const forAda = Object.values(await ada.query(text, variables(theirs)));
    const forNobody = Object.values(await ada.query(text, variables(unknown)));
    found += forAda.filter((answer, index) => JSON.stringify(answer) !== JSON.stringify(forNobody[index])).length;
  }
  const positions = places.length;
  expect(count).toBeGreaterThanOrEqual(positions * 2);
  // Each place takes ids of one type, and in most of them Ada's own id makes a difference to her.
  // But for the ends of a link, what a reminder is about and what has a history, which are rows of any type.
  const ends = ['LinkFilter.fromId', 'LinkFilter.toId', 'ReminderFilter.aboutId', 'Query.history.id'];
  for (const [about, fits] of fitting) {
    expect([about, fits.size]).toEqual([about, ends.includes(about) ? types.length : 1]);
  }
  expect(found).toBeGreaterThan(positions / 2);
  expect(positions).toBeGreaterThan(30);
});

test('nested filters reveal no more than others', async (context) => {
  leaveToCI(context);
  const { app, bob, hers } = await adaAndBob();
  const positions = stepsOnce(queryPositions(4).filter(({ position }) => position.path.length > 3));
  const groups = Map.groupBy(positions, ({ field, argument }) => `${field.name}(${argument}:)`);
  const unknownIn = ({ position }: QueryPosition) => position.build(unknownOf(modelNameOf(position.about)));
  let count = 0;
  for (const group of groups.values()) {
    for (const batch of inOperations(schema, 'query', group, unknownIn)) {
      const text = operationOnAll('query', batch);
      const variablesOf = (idOf: (type: string) => string) =>
        variablesOfAll(batch.map(({ position }) => position.build(idOf(modelNameOf(position.about)))));
      const real = await trace(app, bob, text, variablesOf(ownIn(hers)));
      const never = await trace(app, bob, text, variablesOf(unknownOf));
      expect(real.errors).toBeUndefined();
      expect(same(real)).toEqual(same(never));
      count += batch.length;
    }
  }
  expect(count).toBe(positions.length);
  expect(count).toBeGreaterThan(100);
});

/**
 * Each comparison behind each relation once, by whatever root it was first come to: a filter of one type means the same
 * below any other.
 */
function stepsOnce(positions: QueryPosition[]): QueryPosition[] {
  const last = ({ position: { path, about } }: QueryPosition) => `${path.slice(-5).join('.')} ${about}`;
  return [...Map.groupBy(positions, last).values()].flatMap(([first]) => first ?? []);
}

/** Fields of filters that are not called after the type they are about. */
const roles: Record<string, string> = { organizerId: 'Person', nextTaskId: 'Task', cvId: 'Artifact' };

/** The type that a field of a filter is about: `TaskFilter.id` and `TaskFilter.parentId` Task, `….labelId` Label. */
function modelNameOf(about: string): string {
  const [owner = '', field = ''] = about.split('.');
  const named = field.charAt(0).toUpperCase() + field.slice(1, -'Id'.length);
  const exact = types.find((type) => type === named) ?? types.find((type) => type.endsWith(named));
  return roles[field] ?? exact ?? owner.slice(0, -'Filter'.length);
} /** The number of fields that a document may have. */
const maxFields = 1_000;

function fieldsIn(selection: string): number {
  let count = 0;
  visit(parse(selection), {
    Field() {
      count += 1;
    },
  });
  return count;
}
