import { onTestFinished } from 'vitest';
import { createTestApp, createTestClock, type Person, type TestApp } from './app.ts';
import { ownerInBrowser } from './browser.ts';
import type { FakeItem } from './fakes/miro/boards.ts';
import { createFakeMiro, type FakeMiro } from './fakes/miro/server.ts';
import { integrationOf } from './feed.ts';
import { integrationsOf, visit } from './integrations.ts';
import { createMemoryLog } from './memory-log.ts';

/* A server that is set up with the fake of Miro, its owner in a browser, and a board. */

export interface MiroScene {
  app: TestApp;
  fake: FakeMiro;
  owner: Person & { cookie: string };
  /** The lines of the log. */
  lines: Record<string, unknown>[];
  /** The integration. */
  id: string;
  /** The board Plans, as it is known here. */
  boardId: string;
}

/** Connects Miro for the owner. @returns the integration */
export async function connectMiro(scene: Pick<MiroScene, 'app' | 'fake' | 'owner'>) {
  const input = { provider: 'MIRO', method: 'CODE' };
  const { authorizationUrl } = await scene.owner.mutate('startIntegrationSignIn', input, 'authorizationUrl');
  const response = await visit(scene, await scene.fake.browse(authorizationUrl), scene.owner.cookie);
  if (response.status !== 200) throw new Error(await response.text());
  return (await integrationsOf(scene.owner)).at(-1);
}

/** Ada's Miro, connected and synced once, with the board Plans. */
export async function miroScene(variables: Record<string, string> = {}): Promise<MiroScene> {
  const clock = createTestClock();
  const fake = await createFakeMiro(clock);
  onTestFinished(fake.close);
  const { log, lines } = createMemoryLog();
  const app = { ...(await createTestApp({ ...fake.variables, ...variables }, { clock, log })), clock };
  const owner = await ownerInBrowser(app);
  fake.boards.addBoard('Plans', 'ada');
  const { id } = await connectMiro({ app, fake, owner });
  await app.worker.work();
  const { miroBoards } = await owner.query('{ miroBoards { id name } }');
  return { app, fake, owner, lines, id, boardId: miroBoards[0].id };
}

/** Has Miro synced, some minutes later. @returns the sync */
export async function syncMiroNow({ app, owner, id }: MiroScene, minutes = 2) {
  app.clock.advance(minutes * 60_000);
  await owner.mutate('syncIntegration', { id });
  await app.worker.work();
  return (await integrationOf(owner, id)).syncRuns.nodes[0];
}

/** Starts to push to the board, and syncs. @returns the id of the frame here */
export async function pushed(scene: MiroScene, content: string, more: object = {}): Promise<string> {
  const { id } = await scene.owner.mutate('createMiroFrame', { boardId: scene.boardId, content, ...more });
  await scene.app.worker.work();
  return id;
}

/** The text that an item of the fake shows, without markup and its mark. */
export const shownBy = ({ data: { title, content, description } }: FakeItem): string =>
  [title, content, description]
    .filter(Boolean)
    .join('\n')
    .replaceAll(/<br>|<\/p>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s*wm-[\w-]{10}/g, '')
    .trim();

/** What the frames of a board show: the items in them, headings aside, each as its text. */
export const inFrames = ({ fake }: Pick<MiroScene, 'fake'>, board = 'Plans'): string[] =>
  fake.boards
    .items(board)
    .filter(({ parentId, style }) => parentId !== null && style.fillColor !== 'gray')
    .map(shownBy);

export const frameFields = 'id content weekStartsOn state problem pushedAt board { name isAccessible }';
export const framesOf = async (person: Person) => (await person.query(`{ miroFrames { ${frameFields} } }`)).miroFrames;

/** Starts to read sticky notes of the board, and syncs. @returns the id of the import */
export async function createImport(scene: MiroScene, source: object): Promise<string> {
  const { id } = await scene.owner.mutate('createMiroImport', { boardId: scene.boardId, ...source });
  scene.app.clock.advance(60_000);
  await scene.app.worker.work();
  return id;
}

export const importsOf = async (person: Person) =>
  (await person.query('{ miroImports { id target tag color frameTitle state problem readAt } }')).miroImports;
