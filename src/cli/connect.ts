import { setTimeout as sleep } from 'node:timers/promises';
import type { Application } from '../app.ts';
import { getIntegration } from '../domains/integrations/integrations/integrations.service.ts';
import { pollSignIn, startIntegrationSignIn } from '../domains/integrations/sign-ins/sign-ins.service.ts';
import { actFor } from '../platform/context.ts';
import type { Row } from '../platform/database/models.ts';
import { accountAt, defineCommand, print, printError, UsageError, withApp } from './command.ts';

/** How often the progress line changes, in milliseconds. */
const step = 1000;

export const connectOutlook = defineCommand({
  name: 'connect outlook',
  usage: '[--account <email>]',
  summary: 'connect Outlook by a code that you enter on any device',
  options: { account: { type: 'string' } },
  run: (config, { account: address }) =>
    withApp(config, async (app) => {
      if (!config.outlook)
        throw new UsageError('Set OUTLOOK_CLIENT_ID first. docs/OUTLOOK.md describes how to register an app.');
      const account = await accountAt(app.systemContext(), address);
      const contextNow = () => actFor(app.systemContext(), account);
      const input = { provider: 'OUTLOOK', method: 'DEVICE' } as const;
      const { integrationSignIn: started } = await startIntegrationSignIn(contextNow(), input);
      if (started.state !== 'WAITING') return printError(started.problem ?? 'It did not work.');
      print(`Open ${started.verificationUrl} and enter the code ${started.userCode}`);
      const ended = await untilOver(app, account, started);
      if (ended?.state !== 'COMPLETED') return printError(ended?.problem ?? 'The sign-in is gone. Start again.');
      const integration = await getIntegration(contextNow(), ended.integrationId ?? '');
      return print(`Connected ${integration?.connectedTo ?? 'Outlook'}. Its calendar is read while the server runs.`);
    }),
});

/** Waits until a sign-in is over, with a line of progress on a terminal. */
async function untilOver(app: Application, account: Row<'account'>, started: Row<'integrationSignIn'>) {
  const show = (text: string) => void (process.stderr.isTTY && process.stderr.write(`\r${text}`));
  for (;;) {
    const ctx = actFor(app.systemContext(), account);
    const signIn = await pollSignIn(ctx, started.id);
    const seconds = Math.ceil((started.expiresAt.getTime() - ctx.calendar.now.getTime()) / 1000);
    if (signIn?.state !== 'WAITING') {
      show('\n');
      return signIn;
    }
    show(`Waiting for you to sign in. ${Math.max(seconds, 0)} s left. `);
    await sleep(step);
  }
}
