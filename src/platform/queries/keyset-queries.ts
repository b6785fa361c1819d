/** One sort term: a column, a direction, and the place of nulls. */
export interface OrderTerm {
  field: string;
  /** The type of the column in the Prisma schema. */
  type: string;
  direction: 'asc' | 'desc';
  /** Required for a column that can be null. */
  nulls?: 'first' | 'last';
  /** Whether the list is short enough to be sorted. Default: false. */
  isShort?: boolean | undefined;
}

export type Condition = Record<string, unknown>;

/** A query for a part of a list, in its order. */
export interface PageQuery {
  where: Condition;
  orderBy: Condition[];
}

function toOrderBy({ field, direction, nulls }: OrderTerm): Condition {
  return { [field]: nulls ? { sort: direction, nulls } : direction };
}

/** The sort values of a record, and the order in which a list goes on from it. */
export interface Cursor {
  readonly terms: OrderTerm[];
  readonly values: unknown[];
}

/**
 * The queries whose results are, one after the other, the records that follow all cursors. Each can be read from an index, from
 * the first record that is wanted on.
 *
 * The records without a value of the first term are read by themselves: no condition on an index begins at a value and goes on
 * to null, and each engine has null at another end of an index.
 */
export function queriesOf(walk: OrderTerm[], cursors: Cursor[]): PageQuery[] {
  const [first, ...rest] = walk as [OrderTerm, ...OrderTerm[]];
  if (!first.nulls || (first.isShort && cursors.length === 0)) {
    return [{ where: { AND: cursors.map(following) }, orderBy: walk.map(toOrderBy) }];
  }
  const isNull = { [first.field]: null };
  const withValue = (): PageQuery[] => {
    const where = followingIn(cursors, false);
    if (!where) return [];
    const orderBy = [{ [first.field]: first.direction }, ...rest.map(toOrderBy)];
    return [{ where: { AND: [{ [first.field]: { not: null } }, ...where] }, orderBy }];
  };
  const withoutValue = (): PageQuery[] => {
    const where = followingIn(cursors, true);
    // The column is null in all of them. Named all the same, since PostgreSQL does not see that an index on it sorts them.
    const orderBy = [{ [first.field]: rest[0]?.direction }, ...rest.map(toOrderBy)];
    return where ? [{ where: { AND: [isNull, ...where] }, orderBy }] : [];
  };
  return first.nulls === 'last' ? [...withValue(), ...withoutValue()] : [...withoutValue(), ...withValue()];
}

/** The conditions of the records with or without a value of the first term that follow all cursors. Null if none do. */
function followingIn(cursors: Cursor[], ofNull: boolean): Condition[] | null {
  const where: Condition[] = [];
  for (const { terms, values } of cursors) {
    const [{ nulls, ...first }, ...rest] = terms as [OrderTerm, ...OrderTerm[]];
    const isOfNull = values[0] === null;
    if (isOfNull !== ofNull) {
      if (ofNull !== (nulls === 'last')) return null;
    } else if (ofNull) where.push(following({ terms: rest, values: values.slice(1) }));
    else where.push(following({ terms: [first, ...rest], values }));
  }
  return where;
}

/** The condition of the records that follow one: after it by the first term, or equal and after it by the next. */
function following({ terms, values }: Cursor): Condition {
  const [first] = terms as [OrderTerm];
  const alternatives = terms.flatMap((term, index) => {
    const after = afterValue(term, values[index]);
    if (after === null) return [];
    return { AND: [...terms.slice(0, index).map((earlier, i) => ({ [earlier.field]: values[i] })), after] };
  });
  if (first.nulls) return { OR: alternatives };
  // Says as one comparison where on an index they begin.
  return { AND: [{ [first.field]: { [first.direction === 'asc' ? 'gte' : 'lte']: values[0] } }, { OR: alternatives }] };
}

/** The condition of the values after another one by one term. Null if there are none. */
function afterValue({ field, direction, nulls }: OrderTerm, value: unknown): Condition | null {
  if (value === null) return nulls === 'first' ? { NOT: { [field]: null } } : null;
  const later = { [field]: { [direction === 'asc' ? 'gt' : 'lt']: value } };
  return nulls === 'last' ? { OR: [later, { [field]: null }] } : later;
}
