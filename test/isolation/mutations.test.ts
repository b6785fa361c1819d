import { type GraphQLInputObjectType, getNamedType, isUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { linkableTypes } from '../../src/domains/across/links/links.rules.ts';
import { fromGlobalId, toGlobalId } from '../../src/platform/database/global-ids.ts';
import { trashableModels } from '../../src/platform/database/model-relations.ts';
import { ownIn, validInputs } from '../support/examples.ts';
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
import { type Field, type IdPosition, idPositions, mutations, operationOn, selectAll } from './walk.ts';

/* The isolation matrix of what can be changed: every mutation, with somebody else's id wherever it takes one. */

/** Asks for everything that each possible result says. */
function operation(mutation: Field): string {
  const result = getNamedType(mutation.type);
  const members = isUnionType(result) ? result.getTypes() : [];
  const parts = members.map((member) => `... on ${member.name} ${selectAll(member, 1)}`);
  return operationOn('mutation', mutation, ['input'], `{ __typename ${parts.join(' ')} }`);
}

/** The `id` of these is the client's own choice for a new row; it names no row that is there. */
const choosesId = (mutation: string) => mutation.startsWith('create');

/** The places in a mutation's input for ids of rows that are there; a client's own choice for a new row is none. */
const positionsOf = (mutation: Field): IdPosition[] =>
  mutation.args
    .flatMap((arg) => idPositions(arg.name, arg.type, 'Mutation', 3))
    .filter(({ path }) => !(choosesId(mutation.name) && path.join('.') === 'input.id'));

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

/** How many types fit where more than one does: a link joins rows of any, and all that can be in the trash come out alike. */
const fittingMany: Record<string, number> = {
  createLink: linkableTypes.length,
  trash: trashableModels.length,
  restore: trashableModels.length,
  deletePermanently: trashableModels.length,
};

test('a mutation given an id of somebody else finds nothing, as with an id of nobody, and changes nothing', async () => {
  const { app, bob, hers, his } = await adaAndBob();
  const own = ownIn(his);
  const before = await dump(app);
  let count = 0;
  let lists = 0;
  const others: string[] = [];
  const refused: { operation: object; path: string[] }[] = [];
  for (const mutation of withIds) {
    const text = operation(mutation);
    for (const position of positionsOf(mutation)) {
      const fits = await fittingTypes(count, async (type) => {
        const cell = `${mutation.name}(${position.path.join('.')}: ${type})`;
        const inputOf = (id: string) => withId(validInput(mutation, own), position, id);
        const ask = (id: string) => trace(app, bob, text, { input: inputOf(id) }, id);
        const never = await ask(unknownOf(type));
        count += 1;
        const { __typename, issues, path } = never.data.answer;
        const wanted = wantedType(issues?.[0]?.message);
        if (wanted !== null) return wanted;
        for (const id of hers[type] ?? []) expect({ cell, ...same(await ask(id)) }).toEqual({ cell, ...same(never) });
        if (__typename !== 'NotFoundError') others.push(cell);
        else if (mutation.name in batchable) {
          const operation = { [mutation.name]: inputOf(ownIn(hers)(type)) };
          refused.push({ operation, path: [mutation.name, ...path.slice(1)] });
        }
        return null;
      });
      const fitting = fittingMany[mutation.name] ?? 1;
      expect([mutation.name, ...position.path, fits.size]).toEqual([mutation.name, ...position.path, fitting]);
      // Behind an own id of the right type it is no less hidden.
      const [type = ''] = fits;
      const [key = ''] = Object.keys(position.build('') as object);
      const list = (position.build('') as Record<string, unknown>)[key];
      if (!Array.isArray(list) || typeof list[0] !== 'string') continue;
      const variablesOf = (asked: string) => ({ input: { ...validInput(mutation, own), [key]: [own(type), asked] } });
      const { real, never } = await twice(app, bob, text, variablesOf, ownIn(hers)(type));
      expect(same(real)).toEqual(same(never));
      expect(real.data.answer).toMatchObject({ __typename: 'NotFoundError', path: ['input', key, '1'] });
      lists += 1;
    }
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
        nodeId: null,
        error: { code: 'NOT_FOUND', path: ['input', 'operations', String(index), ...path] },
      })),
    );
  }
  expect(await dump(app)).toBe(before);
  const positions = withIds.flatMap(positionsOf).length;
  expect(count).toBeGreaterThanOrEqual(positions * 2);
  expect(lists).toBeGreaterThanOrEqual(5);
});

/** What takes something away comes last, so that the others still find it. */
const order = ['create', 'update', 'set', 'complete', 'restore', 'trash', 'revoke'];
const rank = ({ name }: Field) => {
  const index = order.findIndex((verb) => name.startsWith(verb));
  return index < 0 ? 3 : index;
};

test('the same mutations succeed with ids of one’s own, so nothing but whose they are was refused', async () => {
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

test('every input in the table is for a mutation that there is', () => {
  const names = mutations(schema).map(({ name }) => name);
  expect(Object.keys(validInputs).filter((name) => !names.includes(name))).toEqual([]);
});

test('an id that somebody else chose is taken, and whose it is does not show', async () => {
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
    const text = operation(mutation);
    const type = mutation.name.slice('create'.length);
    const mine = own(type);
    const input = validInput(mutation, own);
    for (const id of hers[type] ?? []) {
      for (const form of [(text: string) => text, (text: string) => fromGlobalId(text)?.id ?? '']) {
        const taken = await trace(app, bob, text, { input: { ...input, id: form(id) } }, form(id));
        const byMe = await trace(app, bob, text, { input: { ...input, id: form(mine) } }, form(mine));
        expect(taken.data.answer.__typename).toBe('ConflictError');
        expect(same(taken)).toEqual(same(byMe));
        count += 1;
      }
    }
    for (const other of types.filter((name) => name !== type)) {
      const wrong = await trace(app, bob, text, { input: { ...input, id: ownIn(hers)(other) } });
      expect([other, wrong.data.answer.__typename]).toEqual([other, 'InvalidInputError']);
      count += 1;
    }
  }
  expect(await dump(app)).toBe(before);
  expect(count).toBeGreaterThanOrEqual(choosing.length * (types.length + 1));
});

test('the same id under another type is another row, and says nothing about the first', async () => {
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
