import { fieldsOf, relationOf } from '../model-relations.ts';

/*
 * Records with some of their fields only. Code is typed to expect whole records, so a field that was not selected throws where it
 * is read, in place of seeming to be empty.
 */

/** The key by which a query with `select` asks for partial records. */
export const partial: unique symbol = Symbol('partial');

/** Whether a value is a partial record. What was selected of it is there, the records of relations too. */
export const isPartial = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { [partial]?: true })[partial] === true;

/** The prototype of partial records of a model. @param selected the names of the fields that they have */
export function partialPrototype(model: string, selected: readonly string[]): object {
  const missing = fieldsOf(model).filter((name) => !selected.includes(name));
  const throwing = missing.map((name) => [
    name,
    {
      get(): never {
        throw new Error(`${model}.${name} was not selected.`);
      },
    },
  ]);
  return Object.create(null, { ...Object.fromEntries(throwing), [partial]: { value: true } });
}

type Select = Readonly<Record<string, unknown>>;

/** Makes what Prisma returned for a query with `select` partial. */
export function toPartial(model: string, select: Select, found: unknown): unknown {
  if (Array.isArray(found)) return found.map((record) => toPartial(model, select, record));
  if (typeof found !== 'object' || found === null) return found;
  const record = found as Record<string, unknown>;
  for (const [name, value] of Object.entries(select)) {
    const { select: below } = Object(value) as { select?: Select };
    const relation = relationOf(model, name);
    if (below && relation) record[name] = toPartial(relation.model, below, record[name]);
  }
  return Object.assign(Object.create(partialPrototype(model, Object.keys(select))), record);
}
