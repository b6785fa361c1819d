import type { InputObjectRef } from '@pothos/core';
import type { Filter, FilterSpec } from '../platform/queries/filters.ts';
import type { Order, OrderSpec } from '../platform/queries/sort-order.ts';
import { wordsOfType } from './names.ts';
import type { Builder } from './types.ts';

type InputRef<T> = InputObjectRef<Builder['$inferSchemaTypes'], T>;

/** The comparators that each kind of field offers. */
const comparators = {
  ID: ['eq', 'ne', 'in', 'notIn', 'isNull'],
  String: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'isNull'],
  Int: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'],
  Float: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'],
  Date: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'],
  DateTime: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'],
  Boolean: ['eq'],
} as const;

const descriptions: Record<string, string> = {
  eq: 'Equal to this value.',
  ne: 'Not equal to this value. Null matches.',
  in: 'Equal to one of these values, at most 500 in a filter.',
  notIn: 'Equal to none of these values, at most 500 in a filter. Null matches.',
  lt: 'Less than this value.',
  lte: 'Less than or equal to this value.',
  gt: 'Greater than this value.',
  gte: 'Greater than or equal to this value.',
  contains: 'Contains this text.',
  startsWith: 'Starts with this text.',
  isNull: 'True: only null. False: only values that are not null.',
};

const scalarOf = {
  id: 'ID',
  anyId: 'ID',
  text: 'String',
  date: 'Date',
  instant: 'DateTime',
  integer: 'Int',
  number: 'Float',
  boolean: 'Boolean',
  condition: 'Boolean',
} as const;

/** What a filter matches: nodes of a type, or records without an id that hang on them. */
const nounsOf = ({ name, fields }: FilterSpec) => (fields.id ? `${name} nodes` : `${wordsOfType(name)}s`);

/** Makes the input types of filters and sort orders from their specifications, each once. Belongs to one builder. */
export interface Inputs {
  filter(spec: FilterSpec): InputRef<Filter>;
  order(spec: OrderSpec): InputRef<Order>;
}

export function createInputs(builder: Builder): Inputs {
  const made = new Map<string, unknown>();
  function once<T>(name: string, make: () => T): T {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  }

  const Direction = builder.enumType('OrderDirection', {
    description: 'The direction of a sort order.',
    values: {
      ASC: { description: 'Ascending: smallest, earliest or alphabetically first comes first.' },
      DESC: { description: 'Descending: largest, latest or alphabetically last comes first.' },
    },
  });
  const Nulls = builder.enumType('OrderNulls', {
    description: 'Where null values are sorted.',
    values: { FIRST: { description: 'Before all other values.' }, LAST: { description: 'After all other values.' } },
  });

  function comparatorInput(name: string, type: string, names: readonly string[], about: string) {
    return once(name, () =>
      builder.inputRef<object>(name).implement({
        description: `${about} All given comparisons must match.`,
        fields: (t) =>
          Object.fromEntries(
            names.map((comparator) => {
              const list = comparator === 'in' || comparator === 'notIn';
              const operand = comparator === 'isNull' ? 'Boolean' : type;
              const description = descriptions[comparator] as string;
              return [comparator, t.field({ type: (list ? [operand] : operand) as 'String', description })];
            }),
          ) as never,
      }),
    );
  }

  function fieldInput(field: FilterSpec['fields'][string]) {
    if (field.kind === 'some') return listInput(field.filter());
    if (field.kind === 'one') return filter(field.filter());
    if (field.kind === 'enum') {
      const names = field.ordered ? comparators.Int : comparators.ID;
      const usable = names.filter((comparator) => comparator !== 'isNull' || field.nullable);
      return comparatorInput(`${field.name}Filter`, field.name, usable, `Compares values of ${field.name}.`);
    }
    const scalar = scalarOf[field.kind];
    const about =
      scalar === 'String' ? 'Compares text regardless of case, in any language.' : `Compares values of type ${scalar}.`;
    return comparatorInput(`${scalar}Filter`, scalar, comparators[scalar], about);
  }

  function listInput(spec: FilterSpec): unknown {
    return once(`${spec.name}ListFilter`, () =>
      builder.inputRef<object>(`${spec.name}ListFilter`).implement({
        description: `Matches a list of related ${nounsOf(spec)}.`,
        fields: (t) => {
          const type = filter(spec);
          return {
            some: t.field({ type, description: 'At least one of them matches.' }),
            every: t.field({ type, description: 'All of them match. An empty list matches.' }),
            none: t.field({ type, description: 'None of them matches.' }),
          };
        },
      }),
    );
  }

  function filter(spec: FilterSpec): InputRef<Filter> {
    const name = `${spec.name}Filter`;
    return once(name, () => {
      const ref = builder.inputRef<Filter>(name);
      made.set(name, ref);
      return ref.implement({
        description: `Matches ${nounsOf(spec)}. All given conditions must match.`,
        fields: (t) => ({
          and: t.field({ type: [ref], description: 'All of these match.' }),
          or: t.field({ type: [ref], description: 'At least one of these matches.' }),
          not: t.field({ type: ref, description: 'This does not match.' }),
          ...(Object.fromEntries(
            Object.entries(spec.fields).map(([key, field]) => [
              key,
              t.field({ type: fieldInput(field) as never, description: field.description }),
            ]),
          ) as object),
        }),
      }) as InputRef<Filter>;
    });
  }

  function order(spec: OrderSpec): InputRef<Order> {
    return once(`${spec.name}Order`, () => {
      const Field = builder.enumType(`${spec.name}OrderField`, {
        description: `The fields that ${spec.name} nodes can be sorted by.`,
        values: Object.fromEntries(Object.entries(spec.fields).map(([key, { description }]) => [key, { description }])),
      });
      return builder.inputRef<Order>(`${spec.name}Order`).implement({
        description: `A term of the sort order of ${spec.name} nodes. Ties are broken by the next term, and finally by id.`,
        fields: (t) => ({
          field: t.field({ type: Field, required: true, description: 'The field to sort by.' }),
          direction: t.field({ type: Direction, defaultValue: 'ASC', description: 'The direction.' }),
          nulls: t.field({ type: Nulls, defaultValue: 'LAST', description: 'Where null values are sorted.' }),
        }),
      }) as InputRef<Order>;
    });
  }

  return { filter, order };
}
