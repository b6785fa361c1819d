import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integrationsOf } from '../../../support/integrations.ts';
import { type MiroScene, miroScene, pushed, shownBy } from '../../../support/miro.ts';
import { leaveToCI } from '../../../support/services.ts';

/*
 * Any changes to goals, with syncs, faults, lost responses and what people do at Miro among them: in the end the board shows
 * each open goal once, as it is. A lost response is also what a server leaves behind that is killed between sending and storing.
 */

interface Model {
  scene: MiroScene;
  /** The titles of the goals by their ids; null for those that are not open. */
  goals: Map<string, string | null>;
  text: () => string;
}
type Step = (model: Model) => Promise<void>;

const at = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];
const cards = ({ scene }: Model) => scene.fake.boards.items('Plans').filter(({ type }) => type === 'card');

async function sync({ scene }: Model): Promise<void> {
  const { app, owner, id } = scene;
  app.clock.advance(2 * 60_000);
  const answer = await owner.mutate('syncIntegration', { id });
  // A provider that has asked to wait is waited for.
  if (answer.code === 'CONFLICT') app.clock.set((await integrationsOf(owner))[0].nextSyncAt);
  await app.worker.work();
}

const nat = fc.nat({ max: 30 });
const requests = [
  /^GET \/v2\/boards\?/,
  /^GET .*parent_item_id/,
  /^GET .*type=frame/,
  /^POST .*bulk/,
  /^PATCH/,
  /^DELETE/,
];
const notFound = { status: 404, json: { status: 404, code: 'notFound', type: 'error' } };
const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' };
/** Responses that say that nothing was done: to what has its effect, Miro gives none of them. */
const refusals = [
  { status: 429, headers: reset, json: { status: 429, code: 'tooManyRequests', type: 'error' } },
  { status: 401, json: { status: 401, code: 'tokenNotProvided' } },
  { status: 403, json: { status: 403, code: 'insufficientPermissions' } },
  { status: 400, json: { status: 400, code: '2.0703' } },
  notFound,
];
/** Responses that do not say whether anything was done. Null: the connection breaks off. */
const unclear = [{ status: 503, html: '' }, { status: 200, html: '<html></html>' }, null];
const answers = fc.oneof(
  fc.record({ respond: fc.constantFrom(...refusals), isDone: fc.constant(false) }),
  fc.record({ respond: fc.constantFrom(...unclear), isDone: fc.boolean() }),
);

const steps: fc.Arbitrary<Step>[] = [
  fc.constant(async ({ scene, goals, text }) => {
    const title = text();
    const { id } = await scene.owner.mutate('createGoal', { title, kind: 'PROJECT' });
    goals.set(id, title);
  }),
  nat.map(
    (number): Step =>
      async ({ scene, goals, text }) => {
        const [id, before] = at([...goals], number) ?? [];
        if (id === undefined || before === null) return;
        const title = text();
        await scene.owner.mutate('updateGoal', { id, title });
        goals.set(id, title);
      },
  ),
  nat.map(
    (number): Step =>
      async ({ scene, goals }) => {
        const [id, before] = at([...goals], number) ?? [];
        if (id === undefined) return;
        const isOpen = before !== null;
        await scene.owner.mutate(isOpen ? 'trash' : 'restore', { id });
        const { goal } = await scene.owner.query('query ($id: ID!) { goal(id: $id) { title } }', { id });
        goals.set(id, isOpen ? null : goal.title);
      },
  ),
  fc.constant(sync),
  fc.tuple(fc.constantFrom(...requests), answers).map(
    ([request, answer]): Step =>
      async ({ scene }) =>
        void scene.fake.faults.push({ request, times: 1, ...answer }),
  ),
  // A response that is lost after its effect, of what matters most.
  fc.constantFrom(/^POST .*bulk/, /^POST .*frames$/, /^PATCH/, /^DELETE/).map(
    (request): Step =>
      async (model) => {
        model.scene.fake.faults.push({ request, times: 1, respond: null, isDone: true });
        await sync(model);
      },
  ),
  nat.map(
    (number): Step =>
      async (model) => {
        const item = at(cards(model), number);
        if (item) model.scene.fake.boards.edit('Plans', item.id, { position: { x: 700, y: 500 }, parentId: null });
      },
  ),
  nat.map(
    (number): Step =>
      async (model) => {
        const item = at(cards(model), number);
        if (item) model.scene.fake.boards.remove('Plans', item.id);
      },
  ),
  fc.constant(async ({ scene }) => {
    const frame = scene.fake.boards.items('Plans').find(({ type }) => type === 'frame');
    if (frame) scene.fake.boards.remove('Plans', frame.id);
  }),
  fc.constant(async ({ scene }) => {
    scene.app.clock.advance(61 * 60_000);
  }),
];

test('in the end the board shows each open goal once, whatever happened on the way', async (context) => {
  leaveToCI(context);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps), { minLength: 8, maxLength: 24 }), async (list) => {
      const scene = await miroScene();
      let count = 0;
      const model: Model = { scene, goals: new Map(), text: () => `Goal ${++count}` };
      await pushed(scene, 'GOALS');
      for (const step of list) await step(model);
      scene.fake.faults.length = 0;
      for (let round = 0; round < 3; round++) await sync(model);
      const open = [...model.goals.values()].filter((title) => title !== null);
      expect(cards(model).map(shownBy).sort()).toEqual(open.sort());
      const headings = scene.fake.boards.items('Plans').filter(({ type }) => type === 'sticky_note');
      expect(headings.map(shownBy).sort()).toEqual(['Habits', 'Key results', 'Objectives', 'Projects']);
      const before = scene.fake.asked.length;
      await sync(model);
      expect(scene.fake.writesSince(before)).toEqual([]);
      expect(await integrationsOf(scene.owner)).toMatchObject([{ state: 'CONNECTED' }]);
      await scene.app.close();
    }),
    { numRuns: Number(process.env.WAYMARK_MODEL_RUNS ?? 8) },
  );
});
