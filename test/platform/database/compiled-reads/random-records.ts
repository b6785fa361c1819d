import fc from 'fast-check';
import { getDatamodel } from '../../../../src/generated/pothos.ts';
import { enumValuesOf } from '../../../../src/platform/database/column-values.ts';
import { keysOf, referencesOf, scalarsOf, targetsFirst } from '../../../../src/platform/database/model-relations.ts';
import { modelKeyOf } from '../../../../src/platform/database/models.ts';
import type { TestApp } from '../../../support/app.ts';

/* Records of all kinds of models with random values: few different ones, so that queries find something. */

type Values = Record<string, unknown>;

/** Texts in lower case without wildcards: on SQLite, Prisma compares parts of texts in any case. */
const normalized = ['', 'a', 'ab', 'ä', "o'b", '😀 b', '字'];
const json = [{}, [], 'text', 1.5, true, { a: [null, { b: 'ü', c: 1e21 }] }, ['x', { y: '' }]];

/** The values that columns of a type have, with those at its ends. */
export const valuesOf: Readonly<Record<string, readonly unknown[]>> = {
  String: [...normalized, 'A', '5%', 'x_y', '\\'],
  Int: [0, 1, -1, 7, 2 ** 31 - 1, -(2 ** 31)],
  Float: [0, 1.5, -2.25, 3, 0.1, 1e300, -1e-300],
  Boolean: [true, false],
  DateTime: [
    ...['0001-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z', '2026-03-29T01:30:00.000Z', '2026-11-23T09:00:00.120Z'],
    ...['2026-11-23T09:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ].map((text) => new Date(text)),
  Json: json,
};

export const valuesOfColumn = ({ name, type }: { name: string; type: string }): readonly unknown[] =>
  name.endsWith('Normalized') ? normalized : (valuesOf[type] ?? enumValuesOf(type));

/** The models with records, each after those that it refers to; and the change log. */
export const filledModels: readonly string[] = ['Account', ...targetsFirst, 'ChangeSet', 'Change'];

/** Fills an empty database with some records of each model. */
export async function fillAtRandom(app: TestApp, seed: number): Promise<void> {
  const pick = fc.sample(fc.nat(), { numRuns: 50_000, seed })[Symbol.iterator]();
  const oneOf = <T>(of: readonly T[]): T => of[(pick.next().value ?? 0) % of.length] as T;
  const ids = new Map<string, string[]>();

  const changeSets: Values[] = [];

  function recordOf(model: string, number: number): Values | null {
    const record: Values = {};
    const targets = new Map(referencesOf(model).map(({ column, target, required }) => [column, { target, required }]));
    for (const column of scalarsOf(model)) {
      const isNull = !column.isRequired && oneOf([true, false, false]);
      const reference = targets.get(column.name);
      if (column.name === 'id') record.id = `${model}-${number}`;
      else if (column.name === 'ownerId') record.ownerId = oneOf(ids.get('Account') ?? []);
      else if (reference) {
        const known = ids.get(reference.target) ?? [];
        if (reference.required && known.length === 0) return null;
        record[column.name] = isNull || known.length === 0 ? null : oneOf(known);
      } else if (column.type === 'Json') record[column.name] = isNull ? undefined : oneOf(json);
      else record[column.name] = isNull ? null : oneOf(valuesOfColumn(column));
    }
    if (model !== 'Change') return record;
    const { ownerId, sequence } = oneOf(changeSets);
    return { ...record, ownerId, sequence };
  }

  for (const model of filledModels) {
    const taken = new Set<string>();
    const records: Values[] = [];
    const known: string[] = [];
    ids.set(model, known);
    for (let number = 0; number < 12; number += 1) {
      const record = recordOf(model, number);
      const keys = keysOf(model).map((key) => JSON.stringify([key, key.map((column) => record?.[column])]));
      if (!record || keys.some((key) => taken.has(key))) continue;
      for (const key of keys) taken.add(key);
      records.push(record);
      known.push(record.id as string);
      if (model === 'ChangeSet') changeSets.push(record);
    }
    await app.db.write((client) => insert(client, model, records));
  }
}

// A self-reference in one statement is to a record that it has inserted before.
const insert = (client: unknown, model: string, data: Values[]) =>
  (client as Tables)[modelKeyOf(model)]?.createMany({ data }) as Promise<unknown>;

type Tables = Record<string, { createMany(query: object): Promise<unknown> }>;

/** The relations of a model, also those that are not compiled. */
export const relationsOf = (model: string): { name: string; type: string; isList: boolean }[] =>
  (getDatamodel() as never as Datamodel).datamodel.models[model]?.fields.filter(({ kind }) => kind === 'object') ?? [];

interface Datamodel {
  datamodel: { models: Record<string, { fields: { name: string; type: string; kind: string; isList: boolean }[] }> };
}
