import type { Row } from '../../../platform/database/models.ts';
import { medianStateOf, type Rate, rateOf, type Statistic } from '../../../platform/queries/rates.ts';
import { stages } from '../job-applications/job-applications.rules.ts';

const day = 86_400_000;
const [accepted, withdrawn] = [stages.indexOf('ACCEPTED'), stages.indexOf('WITHDRAWN')];

/** The stay of an application in a stage. */
export interface Stay {
  readonly stage: number;
  /** The length, in days of 24 hours, until now if it has not ended. */
  readonly days: number;
  /** Whether it ended by moving on or by rejection. If it goes on, or you withdrew, it would have been longer. */
  readonly hasEnded: boolean;
}

/** What became of the applications in one stage. */
export interface FunnelStage {
  readonly stage: number;
  /** The number of applications that entered the stage or a later one. */
  readonly reachedCount: number;
  /** The share of those that reached the stage before. Null for the first stage. */
  readonly conversion: Rate | null;
  readonly stays: StaySummary;
}

/** How long applications stay in a stage. */
export interface StaySummary extends Statistic {
  /** The number of stays that have ended by moving on or by rejection. */
  readonly endedCount: number;
}

/** An application with its stage history. */
export interface History {
  readonly reachedStage: number;
  readonly changes: readonly Pick<Row<'stageChange'>, 'stage' | 'enteredAt'>[];
}

/** The stays of an application in stages that can be left. @param changes in order */
export function staysOf(changes: History['changes'], now: Date): Stay[] {
  return changes.flatMap(({ stage, enteredAt }, i) => {
    if (stage >= accepted) return [];
    const next = changes[i + 1];
    const until = next?.enteredAt ?? now;
    return [
      {
        stage,
        days: Math.max(0, until.getTime() - enteredAt.getTime()) / day,
        hasEnded: next !== undefined && next.stage !== withdrawn,
      },
    ];
  });
}

/**
 * The median of lengths of which some are not known to the end, by Kaplan and Meier (1958): the first length t at which at most
 * half are expected to be longer. S(t) is the product of 1 - d / n over the lengths up to t at which any ended, where d is the
 * number of those that ended at it, and n the number of those that were not shorter.
 * @returns null if more than half are expected to be longer than all that are known
 */
export function medianStay(stays: readonly Stay[]): number | null {
  const byLength = stays.toSorted((a, b) => a.days - b.days);
  let longer = 1;
  for (let from = 0, to = 0; from < byLength.length; from = to) {
    const length = byLength[from]?.days;
    let ended = 0;
    for (; byLength[to]?.days === length && to < byLength.length; to += 1) if (byLength[to]?.hasEnded) ended += 1;
    longer *= 1 - ended / (byLength.length - from);
    // A product of fractions may be a little more than a half that it is exactly.
    if (ended > 0 && length !== undefined && longer <= 0.5 + 1e-12) return length;
  }
  return null;
}

function summaryOf(stays: readonly Stay[]): StaySummary {
  const median = medianStay(stays);
  const state = medianStateOf(stays.length, median !== null, 'stays');
  const endedCount = stays.filter(({ hasEnded }) => hasEnded).length;
  return { value: state.state === 'OK' ? median : null, n: stays.length, endedCount, ...state };
}

/** How far applications came, and how long they stayed: an entry for each stage from INTERESTED to ACCEPTED. */
export function funnelOf(applications: readonly History[], now: Date): FunnelStage[] {
  const reached = (stage: number) => applications.filter(({ reachedStage }) => reachedStage >= stage).length;
  const stays = Map.groupBy(
    applications.flatMap(({ changes }) => staysOf(changes, now)),
    ({ stage }) => stage,
  );
  return stages.slice(0, accepted + 1).map((_, stage) => ({
    stage,
    reachedCount: reached(stage),
    conversion: stage === 0 ? null : rateOf(reached(stage), reached(stage - 1), 'applications'),
    stays: summaryOf(stays.get(stage) ?? []),
  }));
}
