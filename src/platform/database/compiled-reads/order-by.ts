import { Prisma } from '../../../generated/sqlite/client.ts';
import { columnOf, relationOf } from '../model-relations.ts';
import { column, type From } from './from.ts';
import { NotCompiled } from './shape.ts';

const directions = { asc: 'ASC', desc: 'DESC' } as const;
const places = { first: ' NULLS FIRST', last: ' NULLS LAST' } as const;

/** The ORDER BY clause, which is empty without terms. Adds the joins of those that are columns of related records. @throws NotCompiled */
export function toOrderBy(from: From, orderBy: unknown): Prisma.Sql {
  const terms = (Array.isArray(orderBy) ? orderBy : [orderBy ?? {}]).flatMap((term) =>
    termsOf(from, from.model, term, from.alias),
  );
  return terms.length > 0 ? Prisma.sql` ORDER BY ${Prisma.join(terms)}` : Prisma.empty;
}

function termsOf(from: From, model: string, term: Readonly<Record<string, unknown>>, alias: string): Prisma.Sql[] {
  const entries = Object.entries(term);
  if (entries.length > 1) throw new NotCompiled();
  return entries.flatMap(([name, value]): Prisma.Sql[] => {
    const relation = relationOf(model, name);
    if (!relation) return [termOf(model, name, value, alias)];
    if (relation.isList) throw new NotCompiled();
    return termsOf(from, relation.model, value as Readonly<Record<string, unknown>>, from.join(alias, name, relation));
  });
}

function termOf(model: string, name: string, value: unknown, alias: string): Prisma.Sql {
  if (!columnOf(model, name)) throw new NotCompiled();
  const { sort, nulls } = (typeof value === 'object' ? value : { sort: value }) as { sort: unknown; nulls?: unknown };
  const direction = directions[sort as keyof typeof directions];
  const place = nulls === undefined ? '' : places[nulls as keyof typeof places];
  if (direction === undefined || place === undefined) throw new NotCompiled();
  return Prisma.sql`${column(alias, name)} ${Prisma.raw(direction + place)}`;
}
