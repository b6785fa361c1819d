import type { GraphError } from '../../../integrations/graph/errors.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';

const minute = 60_000;
/** The wait after To Do has refused a task for the first time, and the longest one, in milliseconds. */
const backoff = { first: 5 * minute, max: 24 * 60 * minute };

/** Statuses that say something about the account or the service, not about one task. */
const general = new Set([0, 401, 403, 408, 410, 423, 429]);

/** Whether an error is about the task that was sent, so that others can be sent still. */
export const isAboutTheTask = ({ status }: GraphError): boolean => !general.has(status) && status < 500;

/** The columns of a task that To Do has refused. It keeps its place, and is sent again later. */
export const afterRefusal = (
  { failureCount }: Pick<Row<'todoItem'>, 'failureCount'>,
  message: string,
  now: Date,
): Required<Pick<UpdateData<'todoItem'>, 'isPending' | 'failureCount' | 'nextPushAt' | 'problem'>> => ({
  isPending: true,
  failureCount: failureCount + 1,
  nextPushAt: new Date(now.getTime() + exponential(failureCount + 1, backoff.first, backoff.max)),
  problem: message.slice(0, 500),
});
