import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { isUuid } from '../../../platform/database/ids.ts';
import { referencesOf } from '../../../platform/database/model-relations.ts';
import { modelKeyOf, ownedModels } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import type { LoggedChange } from '../../../platform/transactions/net-changes.ts';

/** The types whose changes clients are told of: all that are rows of their own, and the account with its settings. */
export const syncedTypes: readonly (typeof ownedModels)[number][] = ['Account', ...ownedModels];

/** What the subscription to the rows of one type is called: `taskChanged`. */
export const subscriptionTo = (type: string) => `${modelKeyOf(type)}Changed`;

/** As many changes go on a page. */
export const maxChanges = 100;

/** A place in an owner's history: after a change set, or within it. */
export interface Position {
  sequence: number;
  /** The change that it is after; null: all of the change set. */
  ordinal: number | null;
  /** The id of that change set, which proves whose history it is a place in; empty before the first. */
  changeSetId: string;
}

/** A position as a client keeps it. It means the same after a restart, and on either engine. */
export const writeCursor = ({ sequence, ordinal, changeSetId }: Position): string =>
  Buffer.from(JSON.stringify(['changes', sequence, ordinal, changeSetId])).toString('base64url');

/** @throws InvalidInputError when the text is no cursor that `changes` gave out */
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
    // Refused below, as any other text that is no cursor.
  }
  throw new InvalidInputError([{ path: ['after'], message: 'must be a cursor that changes gave out' }]);
}

/** A change as it stands in the log. */
export interface Change extends LoggedChange {
  readonly sequence: number;
  readonly ordinal: number;
}

/** What became of one field of a row, as JSON; null where there was or is none. */
export interface FieldChange {
  name: string;
  before: string | null;
  after: string | null;
}

type Values = Record<string, unknown>;

/** What every change changes, and what says nothing that the others do not say. */
const noise = /^(id|ownerId|version|createdAt|updatedAt|.*Normalized)$/;

/** What nobody is shown, whatever model it should be in, and what no undo may bring back. */
export const isSecret = (field: string) => /hash|secret|password|token|digest|encrypted|privateKey/i.test(field);

/** What a change did to the fields of its row: those that differ, or all of a row that was made or removed. */
export function fieldsOf({ model, before, after }: Pick<Change, 'model' | 'before' | 'after'>): FieldChange[] {
  const [was, is] = [(before ?? {}) as Values, (after ?? {}) as Values];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const shown = names.filter((name) => !noise.test(name) && !isSecret(name));
  const targets = new Map(referencesOf(model).map(({ column, target }) => [column, target]));
  const show = (name: string, value: unknown) => {
    if (value === undefined || value === null) return null;
    const target = targets.get(name);
    return JSON.stringify(target ? toGlobalId(target, value as string) : value);
  };
  return shown
    .map((name) => ({ name, before: show(name, was[name]), after: show(name, is[name]) }))
    .filter((field) => field.before !== field.after);
}

/**
 * What a change set did to what is part of a row, such as its labels: each as a field that is called as they are, with
 * what they say in place of a value.
 * @param parts the changes of that change set to rows that are part of others
 */
export function partsOf({ model, rowId }: Pick<Change, 'model' | 'rowId'>, parts: readonly Change[]): FieldChange[] {
  return parts.flatMap((part) => {
    const above = referencesOf(part.model).filter(({ target, required }) => required && target === model);
    const row = (part.after ?? part.before) as Values;
    const own = above.find(({ column }) => row[column] === rowId);
    if (!own) return [];
    const fields = fieldsOf(part).filter(({ name }) => name !== own.column);
    const said = (side: 'before' | 'after') => {
      const values = fields.filter((field) => field[side] !== null);
      return values.length > 0 ? `{${values.map((field) => `"${field.name}":${field[side]}`).join(',')}}` : null;
    };
    const name = part.model.charAt(0).toLowerCase() + part.model.slice(1);
    return [{ name, before: said('before'), after: said('after') }];
  });
}

/** Who did something, from how the log names them: `session:<id>`, `token:<id>` or `server`. */
export function actorOf(actor: string): { kind: 'SESSION' | 'ACCESS_TOKEN' | 'SERVER'; node: NodeRef | null } {
  const [kind, id = ''] = actor.split(':');
  if (kind === 'session') return { kind: 'SESSION', node: { type: 'Session', id } };
  if (kind === 'token') return { kind: 'ACCESS_TOKEN', node: { type: 'AccessToken', id } };
  return { kind: 'SERVER', node: null };
}
