import { expect, test } from 'vitest';
import { connectMiro, createImport, importsOf, miroScene, pushed, syncMiroNow } from '../../../support/miro.ts';

const sticky = (content: string, fillColor = 'yellow') => ({ data: { content }, style: { fillColor } });
const tasksOf = async (person: { query: (text: string) => Promise<Record<string, never>> }) => {
  const text = '{ tasks(first: 100, orderBy: [{ field: TITLE }]) { nodes { id title description } } }';
  const { tasks } = (await person.query(text)) as { tasks: { nodes: Record<string, string>[] } } & Record<
    string,
    never
  >;
  return tasks.nodes;
};

test('sticky notes with a tag become tasks, once, as text', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const note = (content: string, ...tags: string[]) => fake.boards.add('Plans', 'sticky_note', sticky(content), tags);
  note('<p>Call <b>Ada</b> &amp; Grace</p><p>See <a href="https://example.org">this</a></p>', 'Todo');
  note('<script>alert(1)</script><p></p>', 'Todo');
  note('Not tagged');
  note('Other', 'later');
  await createImport(scene, { target: 'TASKS', tag: 'todo' });
  expect(await tasksOf(owner)).toEqual([
    { id: expect.any(String), title: 'Call Ada & Grace', description: 'See this (https://example.org)' },
  ]);
  expect(await importsOf(owner)).toMatchObject([{ state: 'WORKING', problem: null, readAt: expect.any(String) }]);
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 0 });
  note('A new one', 'Todo');
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 1 });
  // Another import of the same notes finds them known.
  await createImport(scene, { target: 'LEARNINGS', tag: 'Todo' });
  expect(await tasksOf(owner)).toHaveLength(2);
  expect((await owner.query('{ learnings { totalCount } }')).learnings.totalCount).toBe(0);
});

test('sticky notes of a color in a frame become learnings, with where they come from', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const frame = { data: { title: 'Retro' }, geometry: { width: 1_000, height: 1_000 } };
  const parent = { id: fake.boards.add('Plans', 'frame', frame) };
  const inside = { parent, position: { x: 500, y: 500 } };
  fake.boards.add('Plans', 'sticky_note', { ...sticky('Inside, green', 'light_green'), ...inside });
  fake.boards.add('Plans', 'sticky_note', { ...sticky('Inside, yellow'), ...inside });
  fake.boards.add('Plans', 'sticky_note', sticky('Outside, green', 'light_green'));
  await createImport(scene, { target: 'LEARNINGS', color: 'LIGHT_GREEN', frameTitle: 'retro' });
  const { learnings } = await owner.query('{ learnings { nodes { title learnedOn sourceTitle sourceUrl } } }');
  expect(learnings.nodes).toEqual([
    {
      ...{ title: 'Inside, green', learnedOn: '2026-11-23', sourceTitle: 'Plans' },
      sourceUrl: expect.stringContaining('https://miro.example/app/board/'),
    },
  ]);
  await createImport(scene, { target: 'TASKS', color: 'YELLOW', frameTitle: 'Unknown' });
  expect((await importsOf(owner))[1]).toMatchObject({
    ...{ state: 'WORKING', readAt: null },
    problem: 'The board has no frame with the title Unknown.',
  });
});

test('a changed note changes what its owner has not changed here, and a deleted one leaves it', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const add = (content: string) => fake.boards.add('Plans', 'sticky_note', sticky(content));
  const [first, second, third] = [add('One<br>1'), add('Two<br>2'), add('Three')];
  await createImport(scene, { target: 'TASKS', color: 'YELLOW' });
  const idOf = async (title: string) => (await tasksOf(owner)).find((task) => task.title === title)?.id;
  await owner.mutate('updateTask', { id: await idOf('Two'), title: 'Mine' });
  await owner.mutate('trash', { id: await idOf('Three') });
  const edit = (id: string, content: string) => fake.boards.edit('Plans', id, { data: { content } });
  edit(first, 'One more<br>1');
  edit(second, 'Two more<br>22');
  edit(third, 'Three more');
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 0, updatedCount: 2, unchangedCount: 1 });
  expect(await tasksOf(owner)).toMatchObject([
    { title: 'Mine', description: '22' },
    { title: 'One more', description: '1' },
  ]);
  expect(await syncMiroNow(scene)).toMatchObject({ updatedCount: 0 });
  // The owner's own words stay theirs when the note changes again.
  edit(second, 'Two even more<br>222');
  await syncMiroNow(scene);
  expect(await tasksOf(owner)).toMatchObject([{ title: 'Mine', description: '222' }, {}]);
  fake.boards.remove('Plans', first);
  expect(await syncMiroNow(scene)).toMatchObject({ cancelledCount: 0, createdCount: 0 });
  expect(await tasksOf(owner)).toHaveLength(2);
  // Disconnecting and connecting again does not make them twice.
  await owner.mutate('deleteIntegration', { id: scene.id });
  const { id } = await connectMiro(scene);
  await scene.app.worker.work();
  const { miroBoards } = await owner.query('{ miroBoards { id } }');
  await createImport({ ...scene, id, boardId: miroBoards[0].id }, { target: 'TASKS', color: 'YELLOW' });
  expect(await tasksOf(owner)).toHaveLength(2);
});

test('a board that has not changed is not read again, but every six hours', async () => {
  const scene = await miroScene();
  const { fake } = scene;
  fake.boards.add('Plans', 'sticky_note', sticky('One'));
  await createImport(scene, { target: 'TASKS', color: 'YELLOW' });
  const reads = () => fake.asked.filter(({ path }) => path.includes('type=sticky_note')).length;
  const before = reads();
  await syncMiroNow(scene);
  expect(reads()).toBe(before);
  await syncMiroNow(scene, 6 * 60);
  expect(reads()).toBe(before + 1);
  fake.boards.add('Plans', 'sticky_note', sticky('Two'));
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 1 });
});

test('what Waymark itself has pushed to the board is not read', async () => {
  const scene = await miroScene();
  const { owner } = scene;
  const { id: frameworkId } = await owner.mutate('createFramework', { name: 'Mine' });
  const { id: categoryId } = await owner.mutate('createSkillCategory', { frameworkId, name: 'Languages' });
  const { id: skillId } = await owner.mutate('createSkill', { categoryId, name: 'Rust' });
  await owner.mutate('createAssessment', { skillId, level: 2, source: 'SELF' });
  await owner.mutate('createSkillTarget', { skillId, level: 3 });
  await pushed(scene, 'SKILL_GAPS');
  for (const color of ['GRAY', 'YELLOW']) await createImport(scene, { target: 'TASKS', color });
  expect(await tasksOf(owner)).toEqual([]);
});

test('hundreds of notes follow over some syncs, a long text is kept, and pages are read to their end', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  for (let index = 0; index < 230; index++) fake.boards.add('Plans', 'sticky_note', sticky(`Note ${index}`));
  fake.boards.add('Plans', 'sticky_note', sticky(`${'x'.repeat(299)}😀 and more`, 'red'));
  await createImport(scene, { target: 'TASKS', color: 'YELLOW' });
  const count = async () => (await owner.query('{ tasks { totalCount } }')).tasks.totalCount;
  expect(await count()).toBe(200);
  await syncMiroNow(scene);
  expect(await count()).toBe(230);
  await createImport(scene, { target: 'TASKS', color: 'RED' });
  const long = await owner.query('{ tasks(filter: { title: { startsWith: "xxx" } }) { nodes { title description } } }');
  expect(long.tasks.nodes[0]).toEqual({ title: 'x'.repeat(299), description: `${'x'.repeat(299)}😀 and more` });
});

test('a lost board is told at the import, which is of one’s own board, and needs a tag or a color', async () => {
  const scene = await miroScene();
  const { app, owner, fake, boardId } = scene;
  const none = await owner.mutate('createMiroImport', { boardId, target: 'TASKS' });
  expect(none.issues).toEqual([{ path: ['input', 'tag'], message: expect.stringContaining('color') }]);
  const bob = await app.person('Bob');
  const input = { boardId, target: 'TASKS', color: 'RED' };
  expect(await bob.mutate('createMiroImport', input)).toMatchObject({ code: 'NOT_FOUND' });
  const id = await createImport(scene, { target: 'TASKS', color: 'RED' });
  fake.boards.setAccess('Plans', 'ada', null);
  expect(await syncMiroNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', warnings: [expect.stringContaining('gone')] });
  expect(await importsOf(owner)).toMatchObject([{ state: 'BOARD_LOST' }]);
  fake.boards.setAccess('Plans', 'ada', 'viewer');
  await syncMiroNow(scene);
  expect(await importsOf(owner)).toMatchObject([{ state: 'WORKING', problem: null }]);
  expect(await bob.mutate('deleteMiroImport', { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await owner.mutate('deleteMiroImport', { id })).id).toBe(id);
  fake.boards.deleteBoard('Plans');
  await syncMiroNow(scene);
  expect((await owner.query('{ miroBoards { name } }')).miroBoards).toEqual([]);
});

test('what Miro tells wrongly is left out, and a board with a name and an address that are none is one without', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const boards = [{ id: 'b', name: 'Plans\n\u0000II', viewLink: 'https://a b', modifiedAt: '+275760-09-13T00:00:00Z' }];
  const none = [{ id: '..' }, { id: 'a\ud800' }, { id: 'a\u0000' }, null, 5];
  const note = (id: string, content: unknown) => ({
    id,
    type: 'sticky_note',
    data: { content },
    style: { fillColor: 'yellow' },
  });
  const notes = [note('1', 'Good'), note('..', 'Dots'), note('a\u0000', 'NUL'), note('2', { toString: 5 }), null];
  const answer = (request: RegExp, data: unknown[]) =>
    fake.faults.push({
      request,
      times: Number.MAX_SAFE_INTEGER,
      respond: { status: 200, json: { data, total: data.length } },
    });
  answer(/GET \/v2\/boards\?/, [...boards, ...none]);
  answer(/GET .*\/items\?/, notes);
  await syncMiroNow(scene, 20);
  const { miroBoards } = await owner.query('{ miroBoards { id name viewUrl modifiedAt } }');
  expect(miroBoards).toMatchObject([{ name: 'Plans II', viewUrl: null, modifiedAt: null }]);
  await createImport({ ...scene, boardId: miroBoards[0].id }, { target: 'LEARNINGS', color: 'YELLOW' });
  const { syncRuns } = (
    await owner.query(`{ integration(id: "${scene.id}") { syncRuns { nodes { skippedCount warnings } } } }`)
  ).integration;
  expect(syncRuns.nodes[0]).toEqual({
    skippedCount: 3,
    warnings: [expect.stringMatching(/^“Plans II”: 3 sticky notes were left out/)],
  });
  const { learnings } = await owner.query('{ learnings { nodes { title sourceTitle sourceUrl } } }');
  expect(learnings.nodes).toEqual([{ title: 'Good', sourceTitle: 'Plans II', sourceUrl: null }]);
  expect(await importsOf(owner)).toMatchObject([{ state: 'WORKING', problem: null }]);
});
