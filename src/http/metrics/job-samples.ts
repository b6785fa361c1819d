import type { Context } from '../../platform/context.ts';
import type { Sample } from './samples.ts';

/** Metrics that are read from the database: their values are those of all servers that share it. */
interface JobMetric {
  readonly name: string;
  readonly help: string;
  readonly read: () => Iterable<Sample>;
}

/** The jobs of the database by kind, and whether it could be asked. What else is measured is known without it. */
export async function jobSamples(ctx: Context): Promise<JobMetric[]> {
  const name = 'waymark_database_up';
  const help = 'Whether the database can be read.';
  try {
    return [...(await readJobs(ctx)), { name, help, read: () => [{ labels: {}, value: 1 }] }];
  } catch (error) {
    ctx.log.warn({ err: error }, 'jobs could not be counted');
    return [{ name, help, read: () => [{ labels: {}, value: 0 }] }];
  }
}

async function readJobs({ db, calendar: { now } }: Context): Promise<JobMetric[]> {
  const count = async (state: string, where: object): Promise<Sample[]> => {
    const groups = await db.job.groupBy({ by: ['kind'], where, _count: { _all: true } });
    return groups.map(({ kind, _count }) => ({ labels: { kind, state }, value: _count._all }));
  };
  const samples = [
    await count('running', { state: 'WAITING', leasedUntil: { gte: now } }),
    await count('waiting', { state: 'WAITING', OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] }),
    await count('dead', { state: 'DEAD' }),
  ];
  const oldest = await db.job.findFirst({
    where: { state: 'WAITING', nextAttemptAt: { lte: now }, OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] },
    orderBy: { nextAttemptAt: 'asc' },
    select: { nextAttemptAt: true },
  });
  const late = oldest ? (now.getTime() - oldest.nextAttemptAt.getTime()) / 1000 : 0;
  return [
    { name: 'waymark_jobs', help: 'Jobs in the database by kind and state.', read: () => samples.flat() },
    {
      name: 'waymark_jobs_delay_seconds',
      help: 'For how long the oldest job that is due has waited.',
      read: () => [{ labels: {}, value: late }],
    },
  ];
}
