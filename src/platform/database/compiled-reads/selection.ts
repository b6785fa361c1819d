import { Prisma } from '../../../generated/sqlite/client.ts';
import type { Engine } from '../location.ts';
import { type Column, columnOf, type Relation, relationOf, scalarsOf } from '../model-relations.ts';
import { column, type From } from './from.ts';
import { partialPrototype } from './partial-records.ts';
import { type ReadField, type ReadRecord, readColumn, readList, readOne, readRecord } from './record.ts';
import { type Arguments, NotCompiled } from './shape.ts';

/** A to-many relation of the records of a statement, which another statement reads. */
export interface SelectedList {
  readonly relation: Relation;
  readonly args: Arguments;
  /** The index of the column that the related records refer to. */
  readonly parent: number;
}

/** What a statement selects: columns, to-one relations by joins, and to-many relations. */
export class Selection {
  readonly lists: SelectedList[] = [];
  readonly #engine: Engine;
  readonly #from: From;
  readonly #isPartial: boolean;
  readonly #columns: string[] = [];
  readonly #sql: Prisma.Sql[] = [];

  /** @param isPartial whether records with `select` are partial */
  constructor(engine: Engine, from: From, isPartial: boolean) {
    this.#engine = engine;
    this.#from = from;
    this.#isPartial = isPartial;
  }

  /** The index of a column, which is selected once. */
  indexOf(alias: string, name: string): number {
    const key = `${alias}.${name}`;
    const known = this.#columns.indexOf(key);
    if (known >= 0) return known;
    this.#sql.push(column(alias, name));
    return this.#columns.push(key) - 1;
  }

  /** The SELECT clause. Complete once everything is selected. */
  toSql(): Prisma.Sql {
    return Prisma.sql`SELECT ${Prisma.join(this.#sql)}`;
  }

  /**
   * Selects what arguments ask of the records of a model: with `select` that alone, otherwise all columns, and the relations
   * of `include`.
   * @throws NotCompiled
   */
  select(model: string, args: Arguments, alias: string): ReadRecord {
    const { select, include } = args as { select?: Arguments; include?: Arguments };
    if (select && include) throw new NotCompiled();
    const asked = Object.entries(select ?? include ?? {}).filter(([, value]) => value !== false);
    const columns = select ? [] : scalarsOf(model).map((one) => this.#column(one, alias));
    const fields = [...columns, ...asked.map(([name, value]) => this.#field(model, name, value, alias))];
    if (fields.length === 0) throw new NotCompiled();
    const names = fields.map(([name]) => name);
    return readRecord(fields, select && this.#isPartial ? partialPrototype(model, names) : undefined);
  }

  #column(of: Column, alias: string): [string, ReadField] {
    return [of.name, readColumn(this.#engine, of, this.indexOf(alias, of.name))];
  }

  #field(model: string, name: string, value: unknown, alias: string): [string, ReadField] {
    const ofModel = columnOf(model, name);
    if (ofModel && value === true) return this.#column(ofModel, alias);
    const relation = relationOf(model, name);
    if (!relation) throw new NotCompiled();
    const args = (value === true ? {} : value) as Arguments;
    if (relation.isList) {
      const parent = this.indexOf(alias, relation.ours);
      return [name, readList(parent, this.lists.push({ relation, args, parent }) - 1)];
    }
    if (Object.keys(args).some((key) => key !== 'select' && key !== 'include')) throw new NotCompiled();
    const joined = this.#from.join(alias, name, relation);
    const found = this.indexOf(joined, relation.theirs);
    return [name, readOne(found, this.select(relation.model, args, joined))];
  }
}
