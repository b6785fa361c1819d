import { createCalendar } from '../../../src/platform/time/calendar.ts';

/* What filters mean, said once more, without a database: two-valued logic over rows in memory. */

/** A task as the API shows it. */
export interface TaskRow {
  id: string;
  title: string;
  status: string;
  priority: string;
  scheduledOn: string | null;
  scheduledAt: string | null;
  dueOn: string | null;
  estimateMinutes: number | null;
  completedAt: string | null;
  carryOverCount: number;
  createdAt: string;
  updatedAt: string;
  parent: { id: string } | null;
  labels: LabelRow[];
}
export interface LabelRow {
  id: string;
  name: string;
  createdAt: string;
  updatedAt: string;
}

export type Filter = { [key: string]: unknown };
type Row = Record<string, unknown>;

/** Letters whose cases are more than one to one, as Unicode's CaseFolding.txt has them, and dotless i as i. */
const special: Record<string, string> = { ß: 'ss', ẞ: 'ss', ς: 'σ', İ: 'i\u0307', ı: 'i' };

/** A text without regard to case: character by character, so that a part of it folds to a part of it. */
export function caseless(text: string): string {
  return Array.from(text.normalize('NFKC'), (character) => special[character] ?? character.toLowerCase())
    .join('')
    .normalize('NFKC');
}

const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** Answers whether rows meet a filter, for a person at a moment. */
export function evaluator(tasks: TaskRow[], now: Date) {
  const calendar = createCalendar(now, { timeZone: 'Europe/Berlin', dayStartsAt: '04:00', weekStartsOn: 'MONDAY' });
  const texts = ['title', 'name'];
  const dates = ['scheduledOn', 'dueOn'];
  const moments = ['scheduledAt', 'completedAt', 'createdAt', 'updatedAt'];

  /** A value in a form in which two can be compared. */
  function comparable(field: string, value: unknown): unknown {
    if (texts.includes(field)) return caseless(value as string);
    if (dates.includes(field)) return calendar.resolveDate(value as string);
    if (moments.includes(field)) return calendar.resolveInstant(value as string)?.getTime();
    return field === 'priority' ? priorities.indexOf(value as string) : value;
  }

  function compares(field: string, value: unknown, comparator: string, operand: unknown): boolean {
    if (operand === null) return true;
    if (comparator === 'isNull') return (value === null) === operand;
    if (comparator === 'ne') return !compares(field, value, 'eq', operand);
    if (comparator === 'notIn') return !compares(field, value, 'in', operand);
    if (value === null) return false;
    if (comparator === 'in') return (operand as unknown[]).some((one) => compares(field, value, 'eq', one));
    const [is, asked] = [comparable(field, value), comparable(field, operand)] as [string, string];
    switch (comparator) {
      case 'eq':
        return is === asked;
      case 'contains':
        return is.includes(asked);
      case 'startsWith':
        return is.startsWith(asked);
      case 'lt':
        return is < asked;
      case 'lte':
        return is <= asked;
      case 'gt':
        return is > asked;
      case 'gte':
        return is >= asked;
      default:
        throw new Error(`There is no comparator ${comparator}.`);
    }
  }

  function fieldOf(row: Row, field: string): unknown {
    return field === 'parentId' ? ((row.parent as { id: string } | null)?.id ?? null) : row[field];
  }

  function relatedTo(row: Row, field: string): Row[] {
    if (field === 'labels') return row.labels as Row[];
    return tasks.filter(({ parent }) => parent?.id === row.id) as unknown as Row[];
  }

  function meets(row: Row, filter: Filter): boolean {
    return Object.entries(filter).every(([field, value]) => {
      if (value === null) return true;
      if (field === 'and') return (value as Filter[]).every((part) => meets(row, part));
      if (field === 'or') return (value as Filter[]).some((part) => meets(row, part));
      if (field === 'not') return !meets(row, value as Filter);
      if (field === 'labels' || field === 'subtasks') {
        const rows = relatedTo(row, field);
        const { some, every, none } = value as Record<string, Filter | null | undefined>;
        return (
          (!some || rows.some((one) => meets(one, some))) &&
          (!every || rows.every((one) => meets(one, every))) &&
          (!none || !rows.some((one) => meets(one, none)))
        );
      }
      return Object.entries(value as Filter).every(([comparator, operand]) =>
        compares(field, fieldOf(row, field), comparator, operand),
      );
    });
  }

  return (filter: Filter) => tasks.filter((task) => meets(task as unknown as Row, filter)).map(({ id }) => id);
}
