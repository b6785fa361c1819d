import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestContext } from 'vitest';
import type { Application } from '../../src/app.ts';
import { importRulesOf } from '../../src/domain.ts';
import { findAccount, findOrDraftAccount } from '../../src/domains/accounts/accounts/accounts.service.ts';
import { createSignInLink } from '../../src/domains/accounts/sign-in-links/sign-in-links.service.ts';
import { domains } from '../../src/domains.ts';
import { actAs } from '../../src/platform/context.ts';
import { programVersion } from '../../src/platform/runtime/version.ts';
import { checkExport, type ImportRules } from '../../src/transfer/check.ts';
import { exportLines } from '../../src/transfer/export.ts';
import { type ImportReport, importRows } from '../../src/transfer/import.ts';
import { type Person, startTestApp, type TestApp } from './app.ts';
import { databaseName, engine, onServer, postgresqlServer, postgresqlUrl } from './databases.ts';
import { skipOrFail } from './services.ts';

/** Everything that the account with an address has, as the text of a file. */
export async function exportOf(app: Application, address: string): Promise<string> {
  const account = await findAccount(app.systemContext(), address);
  let text = '';
  for await (const part of exportLines(app.db, account?.id ?? '', { program: programVersion() })) text += part;
  return text;
}

/** Takes a file over into the account with an address, which is made when there is none. */
export async function importInto(
  app: Application,
  address: string,
  text: string,
  rules: ImportRules = importRulesOf(domains),
): Promise<ImportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-transfer-'));
  try {
    const file = join(folder, 'export.jsonl');
    await writeFile(file, text);
    const manifest = await checkExport(file, rules);
    const ctx = app.systemContext();
    const { account } = await findOrDraftAccount(ctx, address);
    const viewer = {
      accountId: account.id,
      account,
      actor: 'server',
      sessionId: null,
      canWrite: true,
      canIntegrate: true,
    };
    return await importRows(actAs(ctx, viewer), file, manifest);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An application on the engine that this run of the suite is not on, and what removes it. */
export interface OtherEngine {
  app: TestApp;
  remove: () => Promise<void>;
}

/** Makes one with nobody in it; a test that cannot have one is skipped. */
export async function createOnOtherEngine(context: TestContext): Promise<OtherEngine> {
  if (engine === 'postgresql') {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-other-'));
    return removable(await startTestApp(`file:${join(folder, 'waymark.db')}`), () => rm(folder, { recursive: true }));
  }
  const probe = new pg.Client({ connectionString: postgresqlServer, connectionTimeoutMillis: 2_000 });
  await probe.connect().catch(() => skipOrFail(context, 'there is no PostgreSQL to import into'));
  await probe.end();
  const name = databaseName();
  await onServer(`CREATE DATABASE ${name}`);
  return removable(await startTestApp(postgresqlUrl(name)), () => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
}

function removable(app: TestApp, drop: () => Promise<void>): OtherEngine {
  const remove = async () => {
    await app.close();
    await drop();
  };
  return { app, remove };
}

/** Signs somebody in with a link, as a server's owner would: also one whose account was just taken over. */
export async function signInThere(app: TestApp, address: string): Promise<Person & { cookie: string }> {
  const account = await findAccount(app.systemContext(), address);
  const token = await createSignInLink(app.systemContext(), account?.id ?? '');
  const response = await app.fetch(new Request(`http://waymark.test/sign-in?token=${token}`, { redirect: 'manual' }));
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...app.as({ cookie, 'x-waymark-csrf': '1' }), cookie };
}

/** What something was refused with. */
export const refusalOf = (promise: Promise<unknown>, what = 'It'): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error(`${what} was not refused.`)),
    (error: Error) => error,
  );
