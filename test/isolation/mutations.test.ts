import DataLoader from 'dataloader';
import { type GraphQLInputObjectType, getNamedType, isUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { linkableTypes } from '../../src/domains/across/links/links.rules.ts';
import { chunksOf } from '../../src/platform/database/chunks.ts';
import { fromGlobalId, toGlobalId } from '../../src/platform/database/global-ids.ts';
import { trashableModels } from '../../src/platform/database/model-relations.ts';
import { ownIn, validInputs } from '../support/examples.ts';
import { leaveToCI } from '../support/services.ts';
import {
  adaAndBob,
  cells,
  dump,
  fittingTypes,
  same,
  schema,
  trace,
  twice,
  types,
  unknownOf,
  wantedType,
} from './ask.ts';
import {
  type Field,
  type IdPosition,
  idPositions,
  inOperations,
  mutations,
  operationOn,
  operationOnAll,
  type Question,
  selectAll,
  variablesOfAll,
} from './walk.ts';

/* The isolation matrix of what can be changed: every mutation, with somebody else's id wherever it takes one. */

/** Everything that each possible result says. */
function selectionOf(mutation: Field): string {
  const result = getNamedType(mutation.type);
  const members = isUnionType(result) ? result.getTypes() : [];
  const parts = members.map((member) => `... on ${member.name} ${selectAll(member, 1)}`);
  return `{ __typename ${parts.join(' ')} }`;
}

/** The same for a mutation that is refused: had it succeeded, the name of its payload would say so. */
function refusalOf(mutation: Field): string {
  const result = getNamedType(mutation.type);
  const errors = (isUnionType(result) ? result.getTypes() : []).filter(({ name }) => name.endsWith('Error'));
  return `{ __typename ${errors.map((error) => `... on ${error.name} ${selectAll(error, 1)}`).join(' ')} }`;
}

const operation = (mutation: Field) => operationOn('mutation', mutation, ['input'], selectionOf(mutation));

/** The `id` of these is the client's own choice for a new row; it names no row that is there. */
const choosesId = (mutation: string) => mutation.startsWith('create');

/** A filter that is kept is a condition: its ids are looked up by nobody, and what a list finds by it is the list's to restrict. */
const isCondition = ({ path }: IdPosition) => path[1] === 'filter';

/** The places in a mutation's input for ids of rows that are there; a client's own choice for a new row is none. */
const positionsOf = (mutation: Field): IdPosition[] =>
  mutation.args
    .flatMap((arg) => idPositions(arg.name, arg.type, 'Mutation', 3))
    .filter(
      (position) => !isCondition(position) && !(choosesId(mutation.name) && position.path.join('.') === 'input.id'),
    );

/** But for a batch, which is made of the others, and is asked all that they are. */
const withIds = mutations(schema).filter((mutation) => mutation.name !== 'batch' && positionsOf(mutation).length > 0);

/** The mutations that can be part of a batch. */
const batchable = (schema.getType('BatchOperation') as GraphQLInputObjectType).getFields();

function validInput(mutation: Field, own: (type: string) => string): Record<string, unknown> {
  const make = validInputs[mutation.name];
  if (!make) throw new Error(`Say in its domain's example what a valid input of ${mutation.name} is: it takes ids.`);
  return make(own);
}

/** A value with another one put into it: objects and the first items of lists by their parts, all else in place of it. */
function merged(value: unknown, into: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(into)) return [merged(value[0], into[0]), ...into.slice(1)];
  if (!isRecord(value) || !isRecord(into)) return value;
  return { ...into, ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, merged(part, into[key])])) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An input that is valid but for the id that is put in one place of it. */
const withId = (valid: object, position: IdPosition, id: string) => merged(position.build(id), valid) as object;

/** How many types fit where more than one does: a link joins rows of any, a reminder is about one of two, and all that can be in the trash come out alike. */
const fittingMany: Record<string, number> = {
  createLink: linkableTypes.length,
  createReminder: 2,
  trash: trashableModels.length,
  restore: trashableModels.length,
  deletePermanently: trashableModels.length,
};

/** A place for an id in the input of a mutation. */
interface Place extends Question {
  position: IdPosition;
}

const places: Place[] = withIds.flatMap((field) =>
  positionsOf(field).map((position) => ({ field, argument: 'input', selection: refusalOf(field), position })),
);

test('a mutation with an id of another account behaves as with an unknown id, and changes nothing', async (context) => {
  leaveToCI(context);
  const { app, bob, hers, his } = await adaAndBob();
  const own = ownIn(his);
  const before = await dump(app);
  const inputOf = ({ field, position }: Place, id: string) => withId(validInput(field, own), position, id);
  const inGroups = <T extends Place & { type: string }>(cells: T[]) =>
    inOperations(schema, 'mutation', cells, (cell) => inputOf(cell, unknownOf(cell.type)));
  const ask = (cells: Place[], ids: string[]) => {
    const inputs = cells.map((cell, index) => inputOf(cell, ids[index] ?? ''));
    return trace(app, bob, operationOnAll('mutation', cells), variablesOfAll(inputs), ...ids);
  };
  let count = 0;
  // All that are asked for at once, in as few operations as they fit into.
  const wanted = new DataLoader<Place & { type: string }, string | null>(
    async (cells) => {
      const answers = [];
      for (const group of inGroups([...cells])) {
        const { data } = await ask(
          group,
          group.map(({ type }) => unknownOf(type)),
        );
        answers.push(...group.map((_cell, index) => wantedType(data[`a${index}`].issues?.[0]?.message)));
      }
      count += cells.length;
      return answers;
    },
    { cache: false },
  );
  const fitting = await Promise.all(
    places.map((place, index) => fittingTypes(index, (type) => wanted.load({ ...place, type }))),
  );
  const sizes = places.map(({ field, position }, index) => [field.name, ...position.path, fitting[index]?.length]);
  expect(sizes).toEqual(
    places.map(({ field, position }) => [field.name, ...position.path, fittingMany[field.name] ?? 1]),
  );
  const others: string[] = [];
  const refused: { operation: object; path: string[] }[] = [];
  const asked = places.flatMap((place, index) =>
    (fitting[index] ?? []).flatMap((type) => (hers[type] ?? []).map((id) => ({ ...place, type, id }))),
  );
  // Several at once: each would show in what is said, or take more statements.
  for (const group of inGroups(asked)) {
    const cells = group.map(({ field, position, type }) => `${field.name}(${position.path.join('.')}: ${type})`);
    const real = await ask(
      group,
      group.map(({ id }) => id),
    );
    const never = await ask(
      group,
      group.map(({ type }) => unknownOf(type)),
    );
    expect({ cells, ...same(real) }).toEqual({ cells, ...same(never) });
    for (const [index, cell] of group.entries()) {
      const { __typename, path } = real.data[`a${index}`];
      if (__typename !== 'NotFoundError') others.push(cells[index] ?? '');
      else if (cell.field.name in batchable && cell.id === ownIn(hers)(cell.type))
        refused.push({
          operation: { [cell.field.name]: inputOf(cell, cell.id) },
          path: [cell.field.name, ...path.slice(1)],
        });
    }
  }
  // Behind an own id of the right type it is no less hidden.
  let lists = 0;
  for (const [index, { field, position }] of places.entries()) {
    const [type = ''] = fitting[index] ?? [];
    const [key = ''] = Object.keys(position.build('') as object);
    const list = (position.build('') as Record<string, unknown>)[key];
    if (!Array.isArray(list) || typeof list[0] !== 'string') continue;
    const variablesOf = (id: string) => ({ input: { ...validInput(field, own), [key]: [own(type), id] } });
    const { real, never } = await twice(app, bob, operation(field), variablesOf, ownIn(hers)(type));
    expect(same(real)).toEqual(same(never));
    expect(real.data.answer).toMatchObject({ __typename: 'NotFoundError', path: ['input', key, '1'] });
    lists += 1;
  }
  expect(others).toEqual([]);
  // In a batch, each of them says the same of its own place.
  expect(refused.length).toBeGreaterThan(Object.keys(batchable).length / 2);
  for (let start = 0; start < refused.length; start += 200) {
    const chunk = refused.slice(start, start + 200);
    const input = { mode: 'PER_ITEM', operations: chunk.map(({ operation }) => operation) };
    const { items } = await bob.mutate(
      'batch',
      input,
      'items { status node { id } error { code ... on NotFoundError { path } } }',
    );
    expect(items).toEqual(
      chunk.map(({ path }, index) => ({
        status: 'FAILED',
        node: null,
        error: { code: 'NOT_FOUND', path: ['input', 'operations', String(index), ...path] },
      })),
    );
  }
  expect(await dump(app)).toBe(before);
  expect(count).toBeGreaterThanOrEqual(places.length * 2);
  expect(lists).toBeGreaterThanOrEqual(5);
});

/** What takes something away comes last, so that the others still find it; and what takes its parts along, after those. */
const order = ['create', 'update', 'set', 'complete', 'restore', 'trash', 'revoke', 'deleteIntegration'];
const rank = ({ name }: Field) => {
  const index = order.findIndex((verb) => name.startsWith(verb));
  return index < 0 ? 3 : index;
};

test('the same mutations succeed with own ids, so only the owner was the reason for the refusal', async (context) => {
  leaveToCI(context);
  const { bob, his } = await adaAndBob();
  const own = ownIn(his);
  let count = 0;
  for (const mutation of withIds.toSorted((a, b) => rank(a) - rank(b))) {
    for (const position of positionsOf(mutation)) {
      const valid = validInput(mutation, own);
      // Another row than the one that is changed: no task is part of itself, or comes after itself.
      const candidates = cells(his).filter(({ id }) => id !== valid.id || position.path[1] === 'id');
      let answered = '';
      let wanted: string | null = null;
      for (const { type, id } of candidates) {
        if (wanted !== null && types.includes(wanted) && type !== wanted) continue;
        const input = withId(valid, position, id);
        const { answer } = await bob.query(operation(mutation), { input });
        answered = answer.__typename;
        if (!answered.endsWith('Error')) break;
        wanted = wantedType(answer.issues?.[0]?.message) ?? wanted;
      }
      const result = getNamedType(mutation.type);
      const members = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
      const cell = [mutation.name, ...position.path];
      expect([...cell, answered]).toEqual([...cell, members.find((name) => !name.endsWith('Error'))]);
      count += 1;
    }
  }
  expect(count).toBe(withIds.flatMap(positionsOf).length);
});

test('every input in the table belongs to an existing mutation', () => {
  const names = mutations(schema).map(({ name }) => name);
  expect(Object.keys(validInputs).filter((name) => !names.includes(name))).toEqual([]);
});

test('an id that another account chose is in use, and its owner is not revealed', async () => {
  const { app, bob, hers, his } = await adaAndBob();
  const own = ownIn(his);
  const choosing = mutations(schema).filter(({ name, args }) => {
    const positions = args.flatMap((arg) => idPositions(arg.name, arg.type, 'Mutation', 3));
    return choosesId(name) && positions.some(({ path }) => path.join('.') === 'input.id');
  });
  expect(choosing.length).toBeGreaterThanOrEqual(3);
  const before = await dump(app);
  let count = 0;
  for (const mutation of choosing) {
    const type = mutation.name.slice('create'.length);
    const mine = own(type);
    const input = validInput(mutation, own);
    // Each id in both its forms. Several at once: each would show in what is said, or take more statements.
    const bothForms = (id: string) => [id, fromGlobalId(id)?.id ?? ''];
    const chosen = (hers[type] ?? []).flatMap(bothForms);
    const asked = chosen.map(() => ({ field: mutation, argument: 'input', selection: refusalOf(mutation) }));
    const choosingAll = (ids: string[]) => variablesOfAll(ids.map((id) => ({ ...input, id })));
    const minePerForm = (hers[type] ?? []).flatMap(() => bothForms(mine));
    const taken = await trace(app, bob, operationOnAll('mutation', asked), choosingAll(chosen), ...chosen);
    const byMe = await trace(app, bob, operationOnAll('mutation', asked), choosingAll(minePerForm), ...minePerForm);
    const refusals = Object.values(taken.data).map((refusal) => (refusal as { __typename: string }).__typename);
    expect(refusals).toEqual(chosen.map(() => 'ConflictError'));
    expect(same(taken)).toEqual(same(byMe));
    count += chosen.length;
    const others = types.filter((name) => name !== type);
    for (const some of chunksOf(others, 50)) {
      const asOther = some.map(() => ({ field: mutation, argument: 'input', selection: '{ __typename }' }));
      const wrong = some.map((other) => ({ ...input, id: ownIn(hers)(other) }));
      const answers = await bob.query(operationOnAll('mutation', asOther), variablesOfAll(wrong));
      const names = some.map((other, index) => [other, answers[`a${index}`].__typename]);
      expect(names).toEqual(some.map((other) => [other, 'InvalidInputError']));
    }
    count += others.length;
  }
  expect(await dump(app)).toBe(before);
  expect(count).toBeGreaterThanOrEqual(choosing.length * (types.length + 1));
});

test('the same UUID under another type is another node, and reveals nothing about the first', async () => {
  const { bob, hers, ada } = await adaAndBob();
  const task = ownIn(hers)('Task');
  const { id = '' } = fromGlobalId(task) ?? {};
  const label = await bob.mutate('createLabel', { id, name: 'Same id' }, 'id name');
  expect(label).toEqual({ __typename: 'Label', id: toGlobalId('Label', id), name: 'Same id' });
  expect((await bob.query('query ($id: ID!) { node(id: $id) { id } }', { id: task })).node).toBeNull();
  expect((await ada.query('query ($id: ID!) { node(id: $id) { id } }', { id: label.id })).node).toBeNull();
  expect((await ada.mutate('updateLabel', { id: label.id, name: 'Mine' })).__typename).toBe('NotFoundError');
  expect((await ada.mutate('updateLabel', { id: unknownOf('Label'), name: 'Mine' })).__typename).toBe('NotFoundError');
});
