import fc from 'fast-check';
import { type Column, scalarsOf } from '../../../../src/platform/database/model-relations.ts';
import { filledModels, relationsOf, valuesOfColumn } from './random-records.ts';

/* Queries of all kinds that services and GraphQL make, on any model, up to some depth. */

type Arguments = Record<string, unknown>;

const oneOf = <T>(of: readonly T[]) => fc.constantFrom(...of);

/** A condition of a model's records. */
export function conditionOf(model: string, depth: number): fc.Arbitrary<Arguments> {
  const columns = scalarsOf(model).filter(({ type }) => type !== 'Json');
  const ofColumn = oneOf(columns).chain((column) => {
    const value = oneOf(valuesOfColumn(column));
    const isOrdered = column.type !== 'Boolean' && column.kind !== 'enum';
    const among = fc.array(value, { maxLength: 4 });
    const comparators: Record<string, fc.Arbitrary<unknown>> = {
      equals: value,
      not: value,
      ...(column.type !== 'Boolean' && { in: among, notIn: among }),
      ...(isOrdered && { gt: value, gte: value, lt: value, lte: value }),
      ...(column.name.endsWith('Normalized') && { contains: value, startsWith: value }),
    };
    const comparison = fc.oneof(
      ...Object.entries(comparators).map(([name, operand]) => operand.map((given): unknown => ({ [name]: given }))),
      value,
      ...(column.isRequired ? [] : [oneOf([null, { not: null }, { equals: null }])]),
    );
    return comparison.map((given): Arguments => ({ [column.name]: given }));
  });
  if (depth === 0) return ofColumn;
  const inner = conditionOf(model, depth - 1);
  const relations = relationsOf(model).filter(({ type }) => filledModels.includes(type));
  const ofRelation = oneOf(relations).chain(({ name, type, isList }) => {
    const related = conditionOf(type, depth - 1);
    const quantified = isList
      ? oneOf(['some', 'none', 'every']).chain((quantifier) => related.map((of): unknown => ({ [quantifier]: of })))
      : fc.oneof(
          related,
          oneOf(['is', 'isNot']).chain((way) => related.map((of): unknown => ({ [way]: of }))),
        );
    return quantified.map((of): Arguments => ({ [name]: of }));
  });
  return fc.oneof(
    { weight: 3, arbitrary: ofColumn },
    { weight: 2, arbitrary: fc.array(inner, { maxLength: 3 }).map((AND): Arguments => ({ AND })) },
    { weight: 2, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((OR): Arguments => ({ OR })) },
    { weight: 2, arbitrary: inner.map((NOT): Arguments => ({ NOT })) },
    { weight: 3, arbitrary: ofRelation },
  );
}

/** What is selected of a model's records. */
function selectionOf(model: string, depth: number): fc.Arbitrary<Arguments> {
  const relations = depth === 0 ? [] : relationsOf(model).filter(({ type }) => filledModels.includes(type));
  const related = fc
    .subarray(relations, { maxLength: Math.min(2, relations.length) })
    .chain((some) =>
      fc.tuple(
        ...some.map(({ name, type, isList }) =>
          fc
            .oneof(fc.constant(true), isList ? listOf(type, depth - 1) : selectionOf(type, depth - 1))
            .map((args) => [name, args] as const),
        ),
      ),
    )
    .map((entries): Arguments => Object.fromEntries(entries));
  const columns = fc
    .subarray([...scalarsOf(model)], { minLength: 1 })
    .map((some): Arguments => Object.fromEntries(some.map(({ name }) => [name, true])));
  return fc.oneof(
    fc.constant({}),
    related.map((include): Arguments => ({ include })),
    fc.tuple(columns, related).map(([own, others]): Arguments => ({ select: { ...own, ...others } })),
  );
}

/** The arguments of numbers of records by values of some columns, in an order in which no two groups are equal. */
export function groupsOf(model: string, depth: number): fc.Arbitrary<Arguments> {
  const columns = scalarsOf(model).filter(({ type }) => type !== 'Json');
  const counted = ['_all', ...columns.map(({ name }) => name)];
  return fc
    .record(
      {
        grouped: fc.subarray(columns, { minLength: 1, maxLength: 2 }).map((some) => ({
          by: some.map(({ name }) => name),
          orderBy: some.map(({ name, isRequired }) => ({
            [name]: isRequired ? 'asc' : { sort: 'asc', nulls: 'first' },
          })),
        })),
        where: conditionOf(model, depth),
        _count: oneOf(counted).map((name) => ({ [name]: true })),
        take: fc.nat(5),
        skip: fc.nat(3),
      },
      { requiredKeys: ['grouped', '_count'] },
    )
    .map(({ grouped, ...rest }): Arguments => ({ ...grouped, ...rest }));
}

/** The arguments of a list, in an order in which no two records are equal. */
export function listOf(model: string, depth: number): fc.Arbitrary<Arguments> {
  const columns = scalarsOf(model).filter(({ type }) => type !== 'Json');
  const ofColumn = (of: readonly Column[]) =>
    fc
      .tuple(oneOf(of), oneOf(['asc', 'desc']), oneOf(['first', 'last']))
      .map(([{ name, isRequired }, sort, nulls]): Arguments => ({ [name]: isRequired ? sort : { sort, nulls } }));
  const references = relationsOf(model).filter(({ isList, type }) => !isList && filledModels.includes(type));
  const ofOther = references.map(({ name, type }) =>
    ofColumn(scalarsOf(type).filter((column) => column.type !== 'Json')).map((term): Arguments => ({ [name]: term })),
  );
  const key = model === 'Change' ? [{ ownerId: 'asc' }, { sequence: 'asc' }, { ordinal: 'asc' }] : [{ id: 'asc' }];
  const orderBy = fc
    .array(fc.oneof(ofColumn(columns), ...ofOther), { maxLength: 2 })
    .map((terms) => [...terms, ...key]);
  const size = fc.record({ take: fc.nat(5), skip: fc.nat(3) }, { requiredKeys: [] });
  const rest = fc.record({ where: conditionOf(model, depth), orderBy }, { requiredKeys: ['orderBy'] });
  return fc
    .tuple(selectionOf(model, depth), rest, size)
    .map(([selection, listed, part]) => ({ ...selection, ...listed, ...part }));
}
