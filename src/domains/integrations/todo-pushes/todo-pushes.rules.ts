import type { GraphError } from '../../../integrations/graph/errors.ts';

/** Statuses that say something about the account or the service, not about one task. */
const general = new Set([0, 401, 403, 408, 410, 423, 429]);

/** Whether an error is about the task that was sent, so that others can be sent still. */
export const isAboutTheTask = ({ status }: GraphError): boolean => !general.has(status) && status < 500;
