import { onTestFinished } from 'vitest';
import { createTestApp, createTestClock, type Person, type TestApp } from './app.ts';
import { ownerInBrowser } from './browser.ts';
import { createFakeGraph, type FakeGraph } from './fakes/graph/server.ts';
import { createMemoryLog } from './memory-log.ts';

/* A server that is set up with the fake of Microsoft Graph, and its owner in a browser. */

export const integrationFields =
  'id provider state name connectedTo refreshMinutes lastSyncedAt nextSyncAt failureCount problem';

export interface OutlookScene {
  app: TestApp;
  fake: FakeGraph;
  owner: Person & { cookie: string };
  /** The lines of the log. */
  lines: Record<string, unknown>[];
}

export async function outlookScene(variables: Record<string, string> = {}): Promise<OutlookScene> {
  const clock = createTestClock();
  const fake = await createFakeGraph(clock, variables.PUBLIC_URL);
  onTestFinished(fake.close);
  const { log, lines } = createMemoryLog();
  const app = { ...(await createTestApp({ ...fake.variables, ...variables }, { clock, log })), clock };
  return { app, fake, owner: await ownerInBrowser(app), lines };
}

/** Opens an address of the server as a browser with a cookie does. */
export const visit = ({ app }: Pick<OutlookScene, 'app'>, url: string, cookie: string | null): Promise<Response> =>
  app.fetch(new Request(url, { headers: cookie === null ? {} : { cookie } }));

export const startByCode = (person: Person, permissions: string[] = []) =>
  person.mutate(
    'startIntegrationSignIn',
    { provider: 'OUTLOOK', method: 'CODE', permissions },
    'authorizationUrl integrationSignIn { id state problem userCode verificationUrl expiresAt }',
  );

export const signInFields = `state problem userCode verificationUrl nextPollAt expiresAt integration { ${integrationFields} }`;

export const signInOf = async (person: Person, id: string) =>
  (await person.query(`query ($id: ID!) { integrationSignIn(id: $id) { ${signInFields} } }`, { id })).integrationSignIn;

export const integrationsOf = async (person: Person) =>
  (await person.query(`{ integrations { ${integrationFields} } }`)).integrations;

/** Connects the owner's Outlook. @returns the integration */
export async function connectOutlook(scene: OutlookScene, permissions: string[] = []) {
  const { authorizationUrl } = await startByCode(scene.owner, permissions);
  const response = await visit(scene, await scene.fake.browse(authorizationUrl), scene.owner.cookie);
  if (response.status !== 200) throw new Error(await response.text());
  return (await integrationsOf(scene.owner)).at(-1);
}
