/* The reads of the limit. */
import type BetterSqlite3 from 'better-sqlite3';

/** The priorities by name. Their indexes are stored. They stand here so that the limit loads nothing that it does not need. */
export const priorityNames = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof priorityNames)[number];

type Values = Record<string, unknown>;
type Task = Values & { id: string; priority: number; goalId: string | null; month: string | null; key: string | null };

/** A stored time as the API writes it. */
const time = (text: unknown) => (text === null ? null : (text as string).replace('+00:00', 'Z'));

const priority = (row: Pick<Task, 'priority'>) => priorityNames[row.priority];

/** The answers to the workloads that read. */
export function createReads(db: BetterSqlite3.Database, ownerId: string) {
  const prepare = (sql: string) => db.prepare<unknown[], Task>(sql);
  const mine = '"ownerId" = ? AND "trashedAt" IS NULL';

  // The plus keeps SQLite from reading all tasks by another index, which it takes for better.
  const ofDay = prepare(
    `SELECT "id", "title", "status", "priority", "scheduledOn", "estimateMinutes", "position" FROM "Task"
     WHERE "ownerId" = ? AND +"trashedAt" IS NULL AND "scheduledOn" = ? ORDER BY "position", "id" LIMIT 21`,
  );
  const page = prepare(
    `SELECT t."id", t."title", t."status", t."priority", t."scheduledOn", t."scheduledAt", t."dueOn", t."estimateMinutes",
       t."position", g."id" AS "goalId", g."title" AS "goalTitle", g."status" AS "goalStatus"
     FROM "Task" t LEFT JOIN "Goal" g ON g."id" = t."goalId"
     WHERE t."ownerId" = ? AND t."trashedAt" IS NULL ORDER BY t."position", t."id" LIMIT 50`,
  );
  const labelsOf = prepare(
    `SELECT j."taskId", l."id", l."name", l."color" FROM "TaskLabel" j JOIN "Label" l ON l."id" = j."labelId"
     WHERE j."taskId" IN (SELECT value FROM json_each(?)) AND l."trashedAt" IS NULL ORDER BY l."nameNormalized"`,
  );
  const byId = prepare('SELECT * FROM "Task" WHERE "id" = ? AND "ownerId" = ?');
  const isOpen = `"status" IN ('TODO', 'IN_PROGRESS')`;
  const open = prepare(`SELECT count(*) AS "count" FROM "Task" WHERE ${mine} AND ${isOpen}`);
  const overdue = prepare(`SELECT count(*) AS "count" FROM "Task" WHERE ${mine} AND ${isOpen} AND "dueOn" < ?`);
  const byStatus = prepare(
    `SELECT "status" AS "key", count(*) AS "count", count("estimateMinutes") AS "values", sum("estimateMinutes") AS "sum"
     FROM "Task" WHERE ${mine} GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const byGoal = prepare(
    `SELECT "goalId" AS "key", count(*) AS "count" FROM "Task" WHERE ${mine} GROUP BY 1 ORDER BY 2 DESC, coalesce("goalId", '~')`,
  );
  const byMonth = prepare(
    `SELECT substr("scheduledOn", 1, 7) AS "month", count(*) AS "count" FROM "Task" WHERE ${mine} GROUP BY "month" ORDER BY "month" IS NULL, "month"`,
  );

  return {
    W1({ day }: { day: string }) {
      const rows = ofDay.all(ownerId, day);
      const nodes = rows.slice(0, 20).map((row) => ({ ...row, id: `Task:${row.id}`, priority: priority(row) }));
      return { tasks: { nodes, pageInfo: { hasNextPage: rows.length > 20 } } };
    },
    W2() {
      const rows = page.all(ownerId);
      const labels = Map.groupBy(labelsOf.all(JSON.stringify(rows.map(({ id }) => id))), (row) => row.taskId);
      const nodes = rows.map(({ goalId, goalTitle, goalStatus, ...row }) => ({
        ...row,
        id: `Task:${row.id}`,
        priority: priority(row),
        scheduledAt: time(row.scheduledAt),
        goal: goalId === null ? null : { id: `Goal:${goalId}`, title: goalTitle, status: goalStatus },
        labels: (labels.get(row.id) ?? []).map(({ id, name, color }) => ({ id: `Label:${id}`, name, color })),
      }));
      return { tasks: { nodes } };
    },
    W3({ id }: { id: string }) {
      const row = byId.get(id.slice('Task:'.length), ownerId);
      if (!row) return { task: null };
      const { title, description, status, scheduledOn, dueOn, estimateMinutes, carryOverCount, position, version } =
        row;
      return {
        task: {
          ...{ id: `Task:${row.id}`, title, description, status, priority: priority(row), scheduledOn },
          ...{ scheduledAt: time(row.scheduledAt), dueOn, estimateMinutes, completedAt: time(row.completedAt) },
          ...{ carryOverCount, position, version },
          ...{ createdAt: time(row.createdAt), updatedAt: time(row.updatedAt), trashedAt: time(row.trashedAt) },
        },
      };
    },
    W5: ({ today }: { today: string }) => ({
      open: { totalCount: open.get(ownerId)?.count },
      overdue: { totalCount: overdue.get(ownerId, today)?.count },
      byStatus: byStatus.all(ownerId).map(({ key, count, values, sum }) => ({
        ...{ key, count },
        estimateMinutes: values === 0 ? null : { count: values, sum, mean: Number(sum) / Number(values) },
      })),
      byGoal: byGoal.all(ownerId).map(({ key, count }) => ({ key: key === null ? null : `Goal:${key}`, count })),
      byMonth: byMonth.all(ownerId).map(({ month, count }) => ({
        ...{ period: month === null ? null : { startsOn: `${month}-01` }, count },
      })),
    }),
  };
}
