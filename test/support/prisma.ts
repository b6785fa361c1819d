import { onTestFinished } from 'vitest';
import { PrismaClient as PostgresqlClient } from '../../src/generated/postgresql/client.ts';
import { PrismaClient } from '../../src/generated/sqlite/client.ts';
import { createDatabaseActivity } from '../../src/platform/database/activity.ts';
import { createPostgresqlAdapter } from '../../src/platform/database/postgresql-adapter.ts';
import { createSqliteAdapter } from '../../src/platform/database/sqlite-adapter.ts';
import { createTransactionGate } from '../../src/platform/database/transaction-gate.ts';
import type { TestApp } from './app.ts';

/** Prisma's own client on the database of an application, with its adapter and nothing in between. Closed with the test. */
export function prismaOver({ config: { database } }: Pick<TestApp, 'config'>): PrismaClient {
  const gate = createTransactionGate();
  const activity = createDatabaseActivity();
  const client =
    database.engine === 'sqlite'
      ? new PrismaClient({ adapter: createSqliteAdapter(database.file, gate, () => true, activity) })
      : (new PostgresqlClient({
          adapter: createPostgresqlAdapter(database.url, gate, 2, activity),
        }) as unknown as PrismaClient);
  onTestFinished(() => client.$disconnect());
  return client;
}
