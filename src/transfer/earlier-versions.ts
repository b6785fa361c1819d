import { formatVersion } from './format.ts';

/**
 * Converts exports of earlier versions of the format to the names of this one. A version that renames something gets an entry
 * in `renamesAfter`. Additions need none.
 */

type Values = Record<string, unknown>;
type Names = Readonly<Record<string, string>>;

/** The renames of one version, from old names to new ones. */
interface Renames {
  /** Types of records. */
  readonly types: Names;
  /** Fields, by the new name of their type. */
  readonly fields: Readonly<Record<string, Names>>;
  /** Suffixes of derived fields. The name of the field they derive from comes before. */
  readonly endings: Names;
  /** Values of enums, by the new names of type and field. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Names>>>>;
}

/** The renames that lead from each version to the next. */
export const renamesAfter: Readonly<Record<number, Renames>> = {
  1: {
    types: { Operation: 'ChangeSet', OwnerClock: 'ChangeSequence' },
    fields: {
      Artifact: { note: 'notes' },
      Assessment: { note: 'notes' },
      Change: { tick: 'sequence' },
      ChangeSequence: { oldestTick: 'oldestSequence', tick: 'sequence' },
      ChangeSet: { tick: 'sequence' },
      EnergyEntry: { note: 'notes' },
      EngagementPulse: { note: 'notes' },
      Framework: { highestLevel: 'maxLevel' },
      Goal: { why: 'description' },
      GoalCheckIn: { note: 'notes' },
      Label: { colour: 'color' },
      Learning: { body: 'notes', reviews: 'reviewCount' },
      Link: { note: 'notes' },
      Meeting: { organiserId: 'organizerId' },
      MeetingItem: { carriedOver: 'carryOverCount', text: 'title' },
      Person: { note: 'notes', relation: 'relationship' },
      RoleRequirement: { count: 'requiredCount' },
      SkillTarget: { note: 'notes' },
      Task: { carriedOver: 'carryOverCount', deadline: 'dueOn' },
    },
    endings: { Folded: 'Normalized' },
    values: {
      PracticeInterview: { kind: { BEHAVIOURAL: 'BEHAVIORAL' } },
      RoleRequirement: { interviewKind: { BEHAVIOURAL: 'BEHAVIORAL' } },
    },
  },
};

/** The fields of a record, or of one side of a change, under the names of the next version. */
export function renameFields(renames: Renames, type: string, row: Values): Values {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const renamed = fieldName(renames, type, name);
      // If a record has both names, the old one stays, and the check refuses it as unknown.
      const to = renamed !== name && Object.hasOwn(row, renamed) ? name : renamed;
      const values = named(named(renames.values, type), to);
      return [to, typeof value === 'string' ? (named(values, value) ?? value) : value];
    }),
  );
}

function fieldName(renames: Renames, type: string, name: string): string {
  const ending = Object.keys(renames.endings).find((one) => name.endsWith(one));
  const base = ending ? name.slice(0, -ending.length) : name;
  return (named(named(renames.fields, type), base) ?? base) + (ending ? renames.endings[ending] : '');
}

/** Converts a line of an earlier version. */
export function upgradeRecord(version: number, line: { type: string; row: Values }): { type: string; row: Values } {
  return upgrade(version, line, (renames, { type, row }) => {
    const to = typeName(renames, type);
    const renamed = renameFields(renames, to, row);
    return { type: to, row: to === 'Change' ? upgradeChange(renames, renamed) : renamed };
  });
}

/** Converts the first line of an earlier version. Its form is checked afterwards. */
export function upgradeManifest(version: number, manifest: Values): Values {
  return upgrade<Values>(
    version,
    { ...manifest, version: formatVersion },
    (renames, { account, history, counts, ...rest }) => ({
      ...rest,
      account: isObject(account) ? renameFields(renames, 'Account', account) : account,
      history: isObject(history) ? renameFields(renames, 'ChangeSequence', history) : history,
      counts: isObject(counts)
        ? Object.fromEntries(Object.entries(counts).map(([type, count]) => [typeName(renames, type), count]))
        : counts,
    }),
  );
}

function upgradeChange(renames: Renames, change: Values): Values {
  const model = typeof change.model === 'string' ? typeName(renames, change.model) : change.model;
  const inSide = (side: unknown) => (isObject(side) ? renameFields(renames, String(model), side) : side);
  return { ...change, model, before: inSide(change.before), after: inSide(change.after) };
}

function upgrade<T>(version: number, value: T, step: (renames: Renames, value: T) => T): T {
  let upgraded = value;
  for (let from = version; from < formatVersion; from += 1) {
    const renames = renamesAfter[from];
    if (renames) upgraded = step(renames, upgraded);
  }
  return upgraded;
}

const typeName = (renames: Renames, type: string) => named(renames.types, type) ?? type;

/** The entry with a name. The name comes from a file, so it can be any text. */
function named<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
