import { Prisma } from '../../../generated/sqlite/client.ts';
import type { Relation } from '../model-relations.ts';

/* The tables that a statement reads. The names in its text are those of models and columns, which need no escaping. */

/** Makes the names that tables have in one statement. */
export type Aliases = (prefix: 'j' | 's') => string;

export function createAliases(): Aliases {
  let count = 0;
  return (prefix) => `${prefix}${count++}`;
}

/** The name of a table in SQL. */
export const quoted = (name: string) => Prisma.raw(`"${name}"`);

/** A column in SQL. @param alias the name that its table has in the statement */
export const column = (alias: string, name: string) => Prisma.raw(`"${alias}"."${name}"`);

/** A table, and those that are joined to it by to-one relations, each once. */
export class From {
  readonly model: string;
  readonly alias: string;
  readonly aliases: Aliases;
  readonly #joins = new Map<string, { alias: string; sql: Prisma.Sql }>();

  constructor(model: string, alias: string, aliases: Aliases) {
    this.model = model;
    this.alias = alias;
    this.aliases = aliases;
  }

  /** The alias of the record to which a to-one relation of another one leads. Its columns are null if there is none. */
  join(of: string, name: string, { model, ours, theirs }: Relation): string {
    const key = `${of}.${name}`;
    const known = this.#joins.get(key);
    if (known) return known.alias;
    const alias = this.aliases('j');
    const on = Prisma.sql`${column(alias, theirs)} = ${column(of, ours)}`;
    this.#joins.set(key, { alias, sql: Prisma.sql` LEFT JOIN ${quoted(model)} AS ${quoted(alias)} ON ${on}` });
    return alias;
  }

  /** The FROM clause. Complete once all other clauses are made. */
  toSql(): Prisma.Sql {
    const as = this.alias === this.model ? Prisma.empty : Prisma.sql` AS ${quoted(this.alias)}`;
    const joins = [...this.#joins.values()].map(({ sql }) => sql);
    const table = Prisma.sql`FROM ${quoted(this.model)}${as}`;
    return joins.length > 0 ? Prisma.join([table, ...joins], '') : table;
  }
}
