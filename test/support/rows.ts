import { existsSync, readFileSync } from 'node:fs';
import type { Application } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { Prisma } from '../../src/generated/sqlite/client.ts';
import type { ModelKey } from '../../src/platform/database/models.ts';

interface Delegate {
  count(query: { where: object }): Promise<number>;
  findMany(): Promise<unknown[]>;
}

export const models = Object.keys(Prisma.ModelName) as Prisma.ModelName[];

const delegateOf = (app: Application, model: Prisma.ModelName) =>
  app.db.reads[(model.charAt(0).toLowerCase() + model.slice(1)) as ModelKey] as unknown as Delegate;

/** The condition for one account's rows of a model; null for a model whose rows are nobody's. */
function belongingTo(model: Prisma.ModelName, accountId: string): object | null {
  if (model === 'Account') return { id: accountId };
  if (model === 'RefreshToken') return { session: { accountId } };
  const fields = Object.keys((Prisma as unknown as Record<string, object>)[`${model}ScalarFieldEnum`] ?? {});
  if (fields.includes('ownerId')) return { ownerId: accountId };
  return fields.includes('accountId') ? { accountId } : null;
}

/** How many rows of each model belong to an account, straight from the database. */
export async function rowsOf(app: Application, accountId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const model of models) {
    const where = belongingTo(model, accountId);
    if (where) counts[model] = await delegateOf(app, model).count({ where });
  }
  return counts;
}

/** All that the database holds, as one text: every row of every model, and on SQLite the bytes of its files too. */
export async function everythingIn(app: Application & { config: Config }): Promise<string> {
  const parts: string[] = [];
  for (const model of models) parts.push(JSON.stringify(await delegateOf(app, model).findMany()));
  const { database } = app.config;
  if (database.engine === 'sqlite') {
    for (const file of [database.file, `${database.file}-wal`].filter((path) => existsSync(path))) {
      parts.push(readFileSync(file, 'latin1'));
    }
  }
  return parts.join('\n');
}
