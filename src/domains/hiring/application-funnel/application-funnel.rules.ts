import type { Row } from '../../../platform/database/models.ts';
import { type CensoredMedian, censoredMedianOf, type Duration } from '../../../platform/queries/censored-median.ts';
import { type Rate, rateOf } from '../../../platform/queries/rates.ts';
import { stages } from '../job-applications/job-applications.rules.ts';

const day = 86_400_000;
const [accepted, withdrawn] = [stages.indexOf('ACCEPTED'), stages.indexOf('WITHDRAWN')];

/**
 * The stay of an application in a stage, in days of 24 hours, until now if it goes on. It ends by moving on and by rejection. If it
 * goes on, or you withdrew, it would have been longer.
 */
export interface Stay extends Duration {
  readonly stage: number;
}

/** What became of the applications in one stage. */
export interface FunnelStage {
  readonly stage: number;
  /** The number of applications that entered the stage or a later one. */
  readonly reachedCount: number;
  /** The share of those that reached the stage before. Null for the first stage. */
  readonly conversion: Rate | null;
  /** How long applications stay in it. */
  readonly stays: CensoredMedian;
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
    stays: censoredMedianOf(stays.get(stage) ?? [], 'stays'),
  }));
}
