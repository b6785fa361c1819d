import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { type PairedEffect, pairedEffects } from '../../../platform/queries/paired-differences.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { grouped } from '../../../platform/text/english.ts';
import { dayTeller } from '../../../platform/time/time-shifts.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { notedWithin } from '../energy/energy.access.ts';
import {
  type AboutEntry,
  drainsAndChargersInput,
  type Factor,
  type FactorEffect,
  type FactorKind,
  factorDays,
  factorEffects,
  isTested,
  maxEntries,
  maxPairs,
} from './drains-and-chargers.rules.ts';

/** What goes along with more or less energy, of the viewer's entries of some days. */
export interface DrainsAndChargers {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lag: number;
  readonly entryCount: number;
  readonly testedCount: number;
  readonly factors: readonly FactorEffect[];
}

/** How many pairs are compared at once without keeping anybody waiting: about 10 ms. */
const fewPairs = 100;
const statistics = new URL('../../../platform/queries/paired-differences.ts', import.meta.url);

/**
 * Compares the viewer's energy about each series, person, label and goal with the rest of the same days.
 * @throws InvalidInputError if the period has more than 366 days, or more entries than can be compared
 */
export async function drainsAndChargers(
  ctx: ViewerContext,
  input: InputOf<typeof drainsAndChargersInput>,
): Promise<DrainsAndChargers> {
  const { from, to, lag, kinds } = parseInput(ctx, drainsAndChargersInput, input, []);
  const { calendar } = ctx;
  const entries = await readEntries(ctx, { from, to, kinds });
  const factors = factorDays(entries, lag, (day) => calendar.addDays(day, 1));
  const tested = factors.filter(isTested);
  const samples = tested.map(({ days }) => days.map(({ difference }) => difference));
  const pairCount = samples.reduce((sum, { length }) => sum + length, 0);
  if (pairCount > maxPairs) rejectPeriod('comparisons', maxPairs);
  const effects =
    pairCount <= fewPairs
      ? pairedEffects(samples)
      : await ctx.app.calculations.run<typeof samples, PairedEffect[]>(statistics, pairedEffects.name, samples);
  const byFactor = new Map(tested.map((factor, i) => [factor, effects[i] as PairedEffect]));
  return {
    startsOn: from,
    endsOn: to,
    lag,
    entryCount: entries.length,
    testedCount: tested.length,
    factors: factorEffects(factors, byFactor, lag),
  };
}

function rejectPeriod(things: string, max: number): never {
  const message = `must leave at most ${grouped(max)} ${things}: ask for fewer days`;
  throw new InvalidInputError([{ path: ['from'], message }]);
}

/** The columns of an entry that name what it is about. */
type AboutIds = Pick<Row<'energyEntry'>, 'personId' | 'meetingId' | 'taskId'>;

/** The viewer's entries of some days with what they are about, but those from before it, in order. Takes a constant number of statements. */
async function readEntries(
  ctx: ViewerContext,
  { from, to, kinds }: { from: string; to: string; kinds: ReadonlySet<FactorKind> },
): Promise<AboutEntry[]> {
  const { calendar, database, db, viewer } = ctx;
  const isRated = { energy: { not: null } };
  const isAfterwards = { OR: [{ moment: null }, { moment: { not: 'BEFORE' as const } }] };
  const counting = {
    AND: [ownedBy(viewer), active('energyEntry'), notedWithin(calendar, from, to), isRated, isAfterwards],
  };
  const some = { energyEntries: { some: counting } };
  // By their ids: to look for an entry of each would go through all people, meetings and tasks.
  const idsOf = (found: readonly AboutIds[], column: keyof AboutIds) => ({
    id: { in: [...new Set(found.flatMap((entry) => entry[column] ?? []))] },
  });
  const forKind = async <T>(kind: FactorKind, find: () => PromiseLike<T[]>): Promise<T[]> =>
    kinds.has(kind) ? await find() : [];
  // Each in a statement of its own: an include would list the ids of all entries, in several statements.
  const read = async () => {
    const found = await db.energyEntry.findMany({
      where: counting,
      select: { id: true, at: true, energy: true, personId: true, meetingId: true, taskId: true },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: maxEntries + 1,
    });
    if (found.length > maxEntries) rejectPeriod('entries', maxEntries);
    const about = await Promise.all([
      forKind('PERSON', () =>
        db.person.findMany({ where: { AND: [active('person'), idsOf(found, 'personId')] }, select: { id: true } }),
      ),
      forKind('SERIES', () =>
        db.meeting.findMany({
          where: { AND: [{ series: active('meetingSeries') }, idsOf(found, 'meetingId')] },
          select: { id: true, seriesId: true },
        }),
      ),
      forKind('GOAL', () =>
        db.task.findMany({
          where: { AND: [{ goal: active('goal') }, idsOf(found, 'taskId')] },
          select: { id: true, goalId: true },
        }),
      ),
      forKind('LABEL', () =>
        db.energyEntryLabel.findMany({
          where: { AND: [{ energyEntry: counting }, { label: active('label') }] },
          select: { energyEntryId: true, labelId: true },
        }),
      ),
      forKind('LABEL', () =>
        db.meetingLabel.findMany({
          where: { AND: [{ meeting: some }, { label: active('label') }] },
          select: { meetingId: true, labelId: true },
        }),
      ),
      forKind('LABEL', () =>
        db.taskLabel.findMany({
          where: { AND: [{ task: some }, { label: active('label') }] },
          select: { taskId: true, labelId: true },
        }),
      ),
    ]);
    return [found, ...about] as const;
  };
  const scope = { model: 'energyEntry', ownerId: viewer.accountId } as const;
  const [entries, people, meetings, tasks, ofEntries, ofMeetings, ofTasks] = await database.readMany(scope, read);
  const isActive = new Set(people.map(({ id }) => id));
  const series = new Map(meetings.map(({ id, seriesId }) => [id, seriesId]));
  const goals = new Map(tasks.map(({ id, goalId }) => [id, goalId]));
  const labels = [
    ...ofEntries.map(({ energyEntryId: of, labelId }) => ({ of, labelId })),
    ...ofMeetings.map(({ meetingId: of, labelId }) => ({ of, labelId })),
    ...ofTasks.map(({ taskId: of, labelId }) => ({ of, labelId })),
  ];
  const labelsOf = Map.groupBy(labels, ({ of }) => of);
  const dayOf = dayTeller(calendar, calendar.startOfDay(from), calendar.endOfDay(to));
  return entries.map(({ id, at, energy, personId, meetingId, taskId }) => {
    const about: Record<FactorKind, (string | null | undefined)[]> = {
      SERIES: [series.get(meetingId ?? '')],
      PERSON: [personId !== null && isActive.has(personId) ? personId : null],
      LABEL: [
        ...new Set([id, meetingId, taskId].flatMap((of) => labelsOf.get(of ?? '') ?? []).map(({ labelId }) => labelId)),
      ],
      GOAL: [goals.get(taskId ?? '')],
    };
    const factors = [...kinds].flatMap((kind) => about[kind].flatMap((of): Factor[] => (of ? [{ kind, id: of }] : [])));
    return { id, day: dayOf(at), energy: energy ?? 0, factors };
  });
}
