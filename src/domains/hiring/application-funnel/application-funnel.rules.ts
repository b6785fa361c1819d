import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
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

/** What applications are grouped by. */
export type FunnelGrouping = 'SOURCE' | 'ROLE_PROFILE' | 'CV';

/** The maximum number of groups. The others are counted. */
export const maxGroups = 100;

/** What an application is grouped by. */
type Grouped = Partial<Pick<Row<'jobApplication'>, 'source' | 'sourceNormalized' | 'roleProfileId' | 'cvId'>>;

/** An application with its stage history. */
export interface History extends Grouped {
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

/** The applications of a group, and how far they came. */
export interface FunnelGroup {
  /** The source, as it was written first. Null for other groups. */
  readonly source: string | null;
  /** The role or CV. Null for a source, and for applications without. */
  readonly node: NodeRef | null;
  readonly applicationCount: number;
  readonly stages: readonly FunnelStage[];
}

const keys: Record<FunnelGrouping, (application: Grouped) => string> = {
  SOURCE: ({ sourceNormalized }) => sourceNormalized ?? '',
  ROLE_PROFILE: ({ roleProfileId }) => roleProfileId ?? '',
  CV: ({ cvId }) => cvId ?? '',
};

const types = { ROLE_PROFILE: 'RoleProfile', CV: 'Artifact' } as const;

/** How far the applications of each group came, the most applications first. Sources are alike regardless of case. */
export function funnelGroupsOf(applications: readonly History[], by: FunnelGrouping, now: Date): FunnelGroup[] {
  const groups = [...Map.groupBy(applications, keys[by])];
  return groups
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([key, some]) => ({
      source: by === 'SOURCE' ? (some[0]?.source ?? '') : null,
      node: by === 'SOURCE' || key === '' ? null : { type: types[by], id: key },
      applicationCount: some.length,
      stages: funnelOf(some, now),
    }));
}
