import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { isUuid } from '../../../platform/database/ids.ts';
import { referencesOf, scalarsOf } from '../../../platform/database/model-relations.ts';
import { modelKeyOf, ownedModels } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import type { LoggedChange } from '../../../platform/transactions/net-changes.ts';

/** The types in `changes` and `changed`: all owned nodes, and the account with its settings. */
export const syncedTypes: readonly (typeof ownedModels)[number][] = ['Account', ...ownedModels];

/** The number of changes on a page, by default and at most. */
export const maxChanges = 100;

/** A position in an owner's history: after a change set, or within it. */
export interface Position {
  sequence: number;
  /** The change that the position is after. Null: after the whole change set. */
  ordinal: number | null;
  /** The id of the change set, which proves whose history it is a position in. Empty before the first. */
  changeSetId: string;
}

/** A position as a client keeps it. It stays valid across restarts, and on either engine. */
export const writeCursor = ({ sequence, ordinal, changeSetId }: Position): string =>
  Buffer.from(JSON.stringify(['changes', sequence, ordinal, changeSetId])).toString('base64url');

/** The cursor after a whole change set. */
export const cursorAfter = ({ id, sequence }: { id: string; sequence: number }): string =>
  writeCursor({ sequence, ordinal: null, changeSetId: id });

/** @throws InvalidInputError when the text is not a cursor that `changes` returned */
export function readCursor(cursor: string): Position {
  try {
    const [name, sequence, ordinal, changeSetId, ...rest] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) as [unknown, number, number | null, string, ...unknown[]];
    const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2 ** 31 - 1;
    const isPlace = isCount(sequence) && (ordinal === null || isCount(ordinal));
    const isChangeSet = sequence === 0 ? changeSetId === '' && ordinal === null : isUuid(changeSetId);
    if (name === 'changes' && isPlace && isChangeSet && rest.length === 0) return { sequence, ordinal, changeSetId };
  } catch {
    // Refused below, like any other text that is not a cursor.
  }
  throw new InvalidInputError([{ path: ['after'], message: 'must be a cursor of changes, changed or a change set' }]);
}

/** A change of the log. */
export interface Change extends LoggedChange {
  readonly sequence: number;
  readonly ordinal: number;
}

/** The change of one field: its values before and after, null where there is none. */
export interface FieldChange {
  name: string;
  before: unknown;
  after: unknown;
}

type Values = Record<string, unknown>;

/** Fields that every change touches, or that follow from others. */
const derived = /^(id|ownerId|version|createdAt|updatedAt|.*Normalized|.*Fingerprints)$/;

/** Fields that are never shown, in any model, and never restored by an undo. */
export const isSecret = (field: string) => /hash|secret|password|token|digest|encrypted|privateKey/i.test(field);

/** The names of some fields in the order of the model, and those of earlier versions last. JSON has none on PostgreSQL. */
function inOrder(model: string, names: ReadonlySet<string>): string[] {
  const known = scalarsOf(model)
    .map(({ name }) => name)
    .filter((name) => names.has(name));
  return [...known, ...[...names.difference(new Set(known))].sort()];
}

/** A value with the keys of all objects in it sorted. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The changed fields of a record: those that differ, or all that have a value of one that was created or deleted. */
export function fieldsOf({ model, before, after }: Pick<Change, 'model' | 'before' | 'after'>): FieldChange[] {
  const [was, is] = [(before ?? {}) as Values, (after ?? {}) as Values];
  const names = inOrder(model, new Set([...Object.keys(was), ...Object.keys(is)]));
  const shown = names.filter((name) => !derived.test(name) && !isSecret(name));
  const targets = new Map(referencesOf(model).map(({ column, target }) => [column, target]));
  const valueAt = (values: Values, name: string) => {
    const value = sorted(values[name] ?? null);
    const target = targets.get(name);
    return target && typeof value === 'string' ? toGlobalId(target, value) : value;
  };
  return shown
    .map((name) => ({ name, before: valueAt(was, name), after: valueAt(is, name) }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
}

/**
 * What a change set did to the parts of a record, such as its labels: each is a field named after the part, with the part's
 * fields as the value.
 * @param parts the changes of that change set to records that are parts of others
 */
export function partsOf({ model, rowId }: Pick<Change, 'model' | 'rowId'>, parts: readonly Change[]): FieldChange[] {
  return parts.flatMap((part) => {
    const above = referencesOf(part.model).filter(({ target, required }) => required && target === model);
    const record = (part.after ?? part.before) as Values;
    const own = above.find(({ column }) => record[column] === rowId);
    if (!own) return [];
    const fields = fieldsOf(part).filter(({ name }) => name !== own.column);
    const valueAt = (side: 'before' | 'after') => {
      const values = fields.filter((field) => field[side] !== null).map((field) => [field.name, field[side]]);
      return values.length > 0 ? Object.fromEntries(values) : null;
    };
    return [{ name: modelKeyOf(part.model), before: valueAt('before'), after: valueAt('after') }];
  });
}

/** The kinds of who makes changes. */
export type ChangeActorKind = 'SESSION' | 'ACCESS_TOKEN' | 'FEEDBACK_REQUEST' | 'SERVER';

/** Who made a change, from the log's `session:<id>`, `token:<id>`, `request:<id>` or `server`. */
export function actorOf(actor: string): { kind: ChangeActorKind; node: NodeRef | null } {
  const [kind, id = ''] = actor.split(':');
  if (kind === 'session') return { kind: 'SESSION', node: { type: 'Session', id } };
  if (kind === 'token') return { kind: 'ACCESS_TOKEN', node: { type: 'AccessToken', id } };
  if (kind === 'request') return { kind: 'FEEDBACK_REQUEST', node: { type: 'FeedbackRequest', id } };
  return { kind: 'SERVER', node: null };
}
