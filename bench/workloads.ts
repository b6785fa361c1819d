/* The requests that are measured. Every server gets the same bytes, and must answer the same. */
import type { Names } from './data.ts';

/** A request as it is sent. */
export interface Workload {
  readonly description: string;
  readonly query: string;
  /** The variables of one of the requests, by its number. */
  readonly variables: (names: Names, number: number) => Record<string, unknown>;
  /** Whether it writes: its answers are then equal up to ids and times. */
  readonly writes?: boolean;
}

/** The number of different requests of a workload. */
const variety = 64;

const dayBefore = (date: string, days: number) =>
  new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);

/** A task by its number, spread over all. */
export const taskAt = ({ taskIds }: Names, number: number) => taskIds[(number * 7_919) % taskIds.length] as string;

/** The input of the task that a number stands for. */
export const newTask = ({ today, goalId }: Names, number: number) => ({
  ...{ title: `Call the customer about order ${number}`, description: 'Before noon, and by telephone.' },
  ...{ priority: 'HIGH', scheduledOn: today, estimateMinutes: 30, goalId },
});

export const workloads: Record<string, Workload> = {
  W1: {
    description: '20 tasks of a day',
    query: `query W1($day: Date!) {
      tasks(first: 20, filter: { scheduledOn: { eq: $day } }) {
        nodes { id title status priority scheduledOn estimateMinutes position }
        pageInfo { hasNextPage }
      }
    }`,
    variables: ({ today }, number) => ({ day: dayBefore(today, number % 30) }),
  },
  W2: {
    description: '50 tasks with goal and labels',
    query: `query W2 {
      tasks(first: 50) {
        nodes {
          id title status priority scheduledOn scheduledAt dueOn estimateMinutes position
          goal { id title status }
          labels { id name color }
        }
      }
    }`,
    variables: () => ({}),
  },
  W3: {
    description: 'one task by id',
    query: `query W3($id: ID!) {
      task(id: $id) {
        id title description status priority scheduledOn scheduledAt dueOn estimateMinutes
        completedAt carryOverCount position version createdAt updatedAt trashedAt
      }
    }`,
    variables: (names, number) => ({ id: taskAt(names, number) }),
  },
  W4: {
    description: 'a task is created: its row, search document, change set and change, on the disk before the answer',
    query: `mutation W4($input: CreateTaskInput!) {
      createTask(input: $input) {
        ... on CreateTaskPayload {
          task { id title description status priority scheduledOn estimateMinutes position version createdAt updatedAt }
        }
      }
    }`,
    variables: (names, number) => ({ input: newTask(names, number) }),
    writes: true,
  },
  W5: {
    description: 'a dashboard: two counts, and statistics by status, by goal and by month',
    query: `query W5($today: Date!) {
      open: tasks(filter: { status: { in: [TODO, IN_PROGRESS] } }) { totalCount }
      overdue: tasks(filter: { status: { in: [TODO, IN_PROGRESS] }, dueOn: { lt: $today } }) { totalCount }
      byStatus: taskStats(groupBy: STATUS) { key count estimateMinutes { count sum mean } }
      byGoal: taskStats(groupBy: GOAL) { key count }
      byMonth: taskStats(bucket: MONTH, time: SCHEDULED_ON) { period { startsOn } count }
    }`,
    variables: ({ today }) => ({ today }),
  },
};

/** The body of a request. */
export const bodyOf = (query: string, variables: object) =>
  JSON.stringify({ operationName: /^\w+ (\w+)/.exec(query)?.[1], query, variables });

/** The bodies of the requests of a workload, which are sent in turn. */
export const bodiesOf = ({ query, variables }: Workload, names: Names): string[] =>
  Array.from({ length: variety }, (_, number) => bodyOf(query, variables(names, number)));
