import { listAccounts, removeAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { actFor } from '../platform/context.ts';
import { accountAt, defineCommand, print, UsageError, withApp } from './command.ts';
import { ask } from './terminal.ts';

const dateOf = (time: Date | null) => time?.toISOString().slice(0, 10) ?? 'never';

export const accountList = defineCommand({
  name: 'account list',
  summary: 'list the accounts of the server',
  run: (config) =>
    withApp(config, async (app) => {
      const accounts = await listAccounts(app.systemContext());
      const lines = accounts.map(({ email, role, createdAt, lastUsedAt }) => [
        email,
        role.toLowerCase(),
        `created ${dateOf(createdAt)}`,
        `last used ${dateOf(lastUsedAt)}`,
      ]);
      return print(alignColumns(lines));
    }),
});

export const accountDelete = defineCommand({
  name: 'account delete',
  usage: '<email> [--yes]',
  summary: 'permanently delete an account and everything it owns',
  options: { yes: { type: 'boolean' } },
  files: 1,
  async run(config, { yes = false }, [address]) {
    if (address === undefined) throw new UsageError('Say which account to delete.');
    return withApp(config, async (app) => {
      const ctx = app.systemContext();
      const account = await accountAt(ctx, address);
      if (!yes && (await ask(`Type ${account.email} to delete it and everything it owns: `)) !== account.email)
        throw new UsageError('Nothing was deleted. To delete without being asked, add --yes.');
      await removeAccount(actFor(ctx, account));
      return print(`${account.email} was deleted.`);
    });
  },
});

/** Lines of cells, each column as wide as its widest cell. */
function alignColumns(lines: string[][]): string {
  const widths = lines[0]?.map((_cell, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
