import type { InputObjectRef } from '@pothos/core';
import type { Filter, FilterSpec } from '../platform/queries/filters.ts';
import type { Order, OrderSpec } from '../platform/queries/sort-order.ts';
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
  eq: 'Equal to this.',
  ne: 'Anything but this; a missing value too.',
  in: 'Equal to one of these.',
  notIn: 'None of these; a missing value too.',
  lt: 'Below this.',
  lte: 'This or below.',
  gt: 'Above this.',
  gte: 'This or above.',
  contains: 'Has this text in it.',
  startsWith: 'Starts with this text.',
  isNull: 'True: only missing values. False: only values that are there.',
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
} as const;

/** Makes the input types of filters and orders from their specifications, each once. Belongs to one builder. */
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
    description: 'Which way to sort.',
    values: {
      ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
      DESC: { description: 'The other way round.' },
    },
  });
  const Nulls = builder.enumType('OrderNulls', {
    description: 'Where missing values go.',
    values: { FIRST: { description: 'Before all others.' }, LAST: { description: 'After all others.' } },
  });

  function comparatorInput(name: string, type: string, names: readonly string[], about: string) {
    return once(name, () =>
      builder.inputRef<object>(name).implement({
        description: `${about} All that is given must hold.`,
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
    if (field.kind === 'enum') {
      const names = field.ordered ? comparators.Int : comparators.ID;
      const usable = names.filter((comparator) => comparator !== 'isNull' || field.nullable);
      return comparatorInput(`${field.name}Filter`, field.name, usable, `Compares a ${field.name}.`);
    }
    const scalar = scalarOf[field.kind];
    const about =
      scalar === 'String'
        ? 'Compares texts, whatever their case, in any language.'
        : `Compares values of type ${scalar}.`;
    return comparatorInput(`${scalar}Filter`, scalar, comparators[scalar], about);
  }

  function listInput(spec: FilterSpec): unknown {
    return once(`${spec.name}ListFilter`, () =>
      builder.inputRef<object>(`${spec.name}ListFilter`).implement({
        description: `Asks about the ${spec.name} rows that belong to a row.`,
        fields: (t) => ({
          some: t.field({ type: filter(spec) as never, description: 'At least one is like this.' }),
          every: t.field({ type: filter(spec) as never, description: 'There is none that is not like this.' }),
          none: t.field({ type: filter(spec) as never, description: 'Not one is like this.' }),
        }),
      }),
    );
  }

  function filter(spec: FilterSpec): InputRef<Filter> {
    const name = `${spec.name}Filter`;
    return once(name, () => {
      const ref = builder.inputRef<Filter>(name);
      made.set(name, ref);
      return ref.implement({
        description: `Which ${spec.name} rows to take. All that is given must hold.`,
        fields: (t) => ({
          and: t.field({ type: [ref], description: 'All of these hold.' }),
          or: t.field({ type: [ref], description: 'At least one of these holds.' }),
          not: t.field({ type: ref, description: 'This does not hold.' }),
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
        description: `What ${spec.name} rows can be sorted by.`,
        values: Object.fromEntries(Object.entries(spec.fields).map(([key, { description }]) => [key, { description }])),
      });
      return builder.inputRef<Order>(`${spec.name}Order`).implement({
        description: `How to sort ${spec.name} rows; the next term decides where one leaves two rows level, and their ids at last.`,
        fields: (t) => ({
          field: t.field({ type: Field, required: true, description: 'What to sort by.' }),
          direction: t.field({ type: Direction, defaultValue: 'ASC', description: 'Which way.' }),
          nulls: t.field({ type: Nulls, defaultValue: 'LAST', description: 'Where missing values go.' }),
        }),
      }) as InputRef<Order>;
    });
  }

  return { filter, order };
}
