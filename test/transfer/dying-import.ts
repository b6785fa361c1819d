import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { findOrDraftAccount } from '../../src/domains/accounts/accounts/accounts.service.ts';
import { actAs } from '../../src/platform/context.ts';
import { checkExport } from '../../src/transfer/check.ts';
import { importRows } from '../../src/transfer/import.ts';

/* Imports a file, and is killed by itself when half of it is written: node dying-import.ts <database> <file> <email> */

const [url = '', file = '', address = ''] = process.argv.slice(2);
const app = await createApp(
  parseConfig({ NODE_ENV: 'test', DATABASE_URL: url, WAYMARK_SECRET: '0123456789'.repeat(4) }),
);
const ctx = app.systemContext();
const { account } = await findOrDraftAccount(ctx, address);
const viewer = { accountId: account.id, account, actor: 'server', sessionId: null, canWrite: true, canIntegrate: true };
await importRows(actAs(ctx, viewer), file, await checkExport(file, {}), (done, total) => {
  if (done > total / 2) process.kill(process.pid, 'SIGKILL');
});
