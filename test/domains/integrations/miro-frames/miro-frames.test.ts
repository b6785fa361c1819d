import { expect, test } from 'vitest';
import { framesOf, inFrames, miroScene, pushed, syncMiroNow } from '../../../support/miro.ts';

test('goals are pushed to a frame, and after that only what has changed is sent', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const goal = (title: string, more: object = {}) => owner.mutate('createGoal', { title, kind: 'PROJECT', ...more });
  const talk = await goal('Give a <talk> & win', { dueOn: '2026-12-24' });
  const book = await goal('Read a book', { kind: 'HABIT' });
  const gone = await goal('Abandon this');
  await pushed(scene, 'GOALS');
  expect(inFrames(scene).sort()).toEqual(['Abandon this', 'Give a &lt;talk&gt; &amp; win', 'Read a book']);
  const [frame, ...items] = fake.boards.items('Plans');
  expect(frame).toMatchObject({ type: 'frame', data: { title: expect.stringMatching(/^Goals wm-/) } });
  expect(items).toHaveLength(7);
  expect(items.find(({ data }) => data.title?.startsWith('Give'))?.data.dueDate).toBe('2026-12-24T12:00:00Z');
  const bulks = fake.asked.filter(({ path }) => path.endsWith('/bulk'));
  expect(bulks).toHaveLength(1);
  expect(await framesOf(owner)).toMatchObject([{ state: 'WORKING', problem: null, pushedAt: expect.any(String) }]);

  let before = fake.asked.length;
  expect(await syncMiroNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', unchangedCount: 7, createdCount: 0 });
  expect(fake.writesSince(before)).toEqual([]);

  await owner.mutate('updateGoal', { id: talk.id, title: 'Give two talks' });
  await owner.mutate('trash', { id: gone.id });
  await goal('A new one');
  before = fake.asked.length;
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 1, updatedCount: 1, cancelledCount: 1 });
  expect(fake.writesSince(before).map(({ method }) => method)).toEqual(['DELETE', 'PATCH', 'POST']);
  expect(inFrames(scene).sort()).toEqual(['A new one', 'Give two talks', 'Read a book']);
  await owner.mutate('achieveGoal', { id: book.id });
  await syncMiroNow(scene);
  expect(inFrames(scene).sort()).toEqual(['A new one', 'Give two talks']);
});

test('what people move, rename or drag out of the frame stays as they have put it', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const { id } = await owner.mutate('createGoal', { title: 'Give a talk', kind: 'PROJECT' });
  await owner.mutate('createGoal', { title: 'Write a book', kind: 'PROJECT' });
  await pushed(scene, 'GOALS');
  const itemOf = (text: string) => fake.boards.items('Plans').find(({ data }) => data.title?.includes(text));
  const talk = itemOf('talk');
  const frame = fake.boards.items('Plans')[0];
  fake.boards.edit('Plans', frame?.id ?? '', { data: { title: 'Our plans' }, position: { x: 5_000, y: 5_000 } });
  fake.boards.edit('Plans', talk?.id ?? '', { position: { x: 1_000, y: 700 } });
  fake.boards.edit('Plans', itemOf('book')?.id ?? '', { position: { x: -900, y: 0 }, parentId: null });
  await owner.mutate('updateGoal', { id, title: 'Give a longer talk' });
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 0, updatedCount: 1 });
  expect(itemOf('longer talk')).toMatchObject({ id: talk?.id, position: { x: 1_000, y: 700 } });
  expect(fake.boards.items('Plans').filter(({ data }) => data.title?.includes('book'))).toHaveLength(1);
  expect(fake.boards.items('Plans')[0]).toMatchObject({ data: { title: 'Our plans' }, position: { x: 5_000 } });
});

test('what people delete at Miro is created again: an item, and a frame with all that was in it', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const { id } = await owner.mutate('createGoal', { title: 'Give a talk', kind: 'PROJECT' });
  await owner.mutate('createGoal', { title: 'Write a book', kind: 'PROJECT' });
  await pushed(scene, 'GOALS');
  const item = fake.boards.items('Plans').find(({ data }) => data.title === 'Give a talk');
  fake.boards.remove('Plans', item?.id ?? '');
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 1, unchangedCount: 5 });
  expect(inFrames(scene).sort()).toEqual(['Give a talk', 'Write a book']);
  const frame = fake.boards.items('Plans')[0];
  fake.boards.remove('Plans', frame?.id ?? '');
  await owner.mutate('updateGoal', { id, title: 'Give two talks' });
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 6 });
  expect(inFrames(scene).sort()).toEqual(['Give two talks', 'Write a book']);
  // Deleted between the look and the change.
  await owner.mutate('updateGoal', { id, title: 'Give three talks' });
  const gone = { status: 404, json: { status: 404, code: 'notFound' } };
  fake.faults.push(
    { request: /^PATCH/, times: 1, respond: gone },
    { request: /^GET .*items\/\d+$/, times: 1, respond: gone },
  );
  await syncMiroNow(scene);
  expect(inFrames(scene)).toContain('Give three talks');
});

test('a lost response does not double anything: of a frame, of items, of a change or of a deletion', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  const { id } = await owner.mutate('createGoal', { title: 'Give a talk', kind: 'PROJECT' });
  const lose = (request: RegExp) => fake.faults.push({ request, times: 1, respond: null, isDone: true });
  lose(/^POST .*frames$/);
  await pushed(scene, 'GOALS');
  expect(fake.boards.items('Plans')).toHaveLength(1);
  expect(await framesOf(owner)).toMatchObject([{ pushedAt: null }]);
  lose(/^POST .*bulk$/);
  expect(await syncMiroNow(scene, 10)).toMatchObject({ outcome: 'FAILED' });
  expect(fake.boards.items('Plans')).toHaveLength(6);
  // Its source may be gone when it is found again.
  await owner.mutate('trash', { id });
  await owner.mutate('createGoal', { title: 'Write a book', kind: 'PROJECT' });
  expect(await syncMiroNow(scene, 10)).toMatchObject({ outcome: 'SUCCEEDED', createdCount: 1, cancelledCount: 1 });
  expect(fake.boards.items('Plans').filter(({ type }) => type === 'frame')).toHaveLength(1);
  expect(inFrames(scene)).toEqual(['Write a book']);
  await owner.mutate('restore', { id });
  lose(/^POST .*bulk$/);
  await syncMiroNow(scene, 10);
  await owner.mutate('updateGoal', { id, title: 'Give two talks' });
  lose(/^PATCH/);
  await syncMiroNow(scene, 20);
  await syncMiroNow(scene, 40);
  expect(inFrames(scene).sort()).toEqual(['Give two talks', 'Write a book']);
  await owner.mutate('trash', { id });
  lose(/^DELETE/);
  await syncMiroNow(scene, 80);
  await syncMiroNow(scene, 160);
  expect(inFrames(scene)).toEqual(['Write a book']);
});

test('an item that Miro refuses keeps no other out, and is told', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  for (let index = 0; index < 10; index++)
    await owner.mutate('createGoal', { title: `Goal ${index}`, kind: 'PROJECT' });
  const refused = { status: 400, json: { status: 400, code: '2.0703' } };
  const isOdd = /^POST .*bulk/;
  // All requests that would create goal 7 are refused.
  fake.refuse = (method, path, body) => (isOdd.test(`${method} ${path}`) && body.includes('Goal 7') ? refused : null);
  scene.app.clock.advance(60_000);
  await pushed(scene, 'GOALS');
  expect(inFrames(scene)).toHaveLength(9);
  const { integration } = await owner.query(
    `{ integration(id: "${scene.id}") { syncRuns { nodes { outcome createdCount skippedCount warnings } } } }`,
  );
  expect(integration.syncRuns.nodes[0]).toEqual({
    ...{ outcome: 'SUCCEEDED', createdCount: 13, skippedCount: 1 },
    warnings: ['Plans: Miro refuses Goal 7.'],
  });
  fake.refuse = null;
  await syncMiroNow(scene);
  expect(inFrames(scene)).toHaveLength(10);
});

test('a board that is lost, or may not be changed, is told at the frame, and tried again at every sync', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  await owner.mutate('createGoal', { title: 'Give a talk', kind: 'PROJECT' });
  fake.boards.addBoard('Other', 'ada');
  await syncMiroNow(scene);
  const { miroBoards } = await owner.query('{ miroBoards { id name } }');
  const other = miroBoards.find(({ name }: { name: string }) => name === 'Other').id;
  await pushed(scene, 'GOALS');
  await pushed({ ...scene, boardId: other }, 'GOALS');
  fake.boards.setAccess('Plans', 'ada', null);
  await owner.mutate('createGoal', { title: 'Write a book', kind: 'PROJECT' });
  expect(await syncMiroNow(scene)).toMatchObject({
    ...{ outcome: 'SUCCEEDED', createdCount: 1 },
    warnings: ['Plans: The board is gone, or you cannot see it any more.'],
  });
  expect(await framesOf(owner)).toMatchObject([
    { state: 'BOARD_LOST', board: { isAccessible: false } },
    { state: 'WORKING', problem: null },
  ]);
  fake.boards.setAccess('Plans', 'ada', 'viewer');
  await syncMiroNow(scene);
  expect((await framesOf(owner))[0]).toMatchObject({ state: 'READ_ONLY', board: { isAccessible: true } });
  fake.boards.setAccess('Plans', 'ada', 'editor');
  await syncMiroNow(scene);
  expect((await framesOf(owner))[0]).toMatchObject({ state: 'WORKING', problem: null });
  expect(inFrames(scene).sort()).toEqual(['Give a talk', 'Write a book']);
});

test('a push without enough credits goes on where it was, as soon as there are new ones', async () => {
  const scene = await miroScene();
  const { app, owner, fake } = scene;
  for (let index = 0; index < 36; index++)
    await owner.mutate('createGoal', { title: `Goal ${index}`, kind: 'PROJECT' });
  app.clock.set('2026-11-23T10:00:10Z');
  // Enough for the look, the frame and one batch.
  fake.boards.limits.credits = 2_500;
  await pushed(scene, 'GOALS');
  expect(inFrames(scene).length).toBeLessThan(20);
  expect(inFrames(scene).length).toBeGreaterThan(10);
  const before = fake.asked.length;
  const state = async () => (await owner.query(`{ integration(id: "${scene.id}") { state nextSyncAt } }`)).integration;
  const { state: waiting, nextSyncAt } = await state();
  expect(waiting).toBe('BACKING_OFF');
  expect(new Date(nextSyncAt).getTime()).toBeGreaterThanOrEqual(new Date('2026-11-23T10:01:00Z').getTime());
  // Nothing was sent that Miro would have refused.
  expect(fake.asked.filter(({ path }) => path.endsWith('/bulk'))).toHaveLength(1);
  app.clock.set(nextSyncAt);
  await app.worker.work();
  expect(inFrames(scene)).toHaveLength(36);
  expect(new Set(inFrames(scene)).size).toBe(36);
  expect(fake.asked.slice(before).filter(({ path }) => path.endsWith('/bulk'))).toHaveLength(1);
  expect((await state()).state).toBe('CONNECTED');
});

test('a request that is throttled, fails, is no JSON or breaks off is a failed sync, after which nothing is missing', async () => {
  const scene = await miroScene();
  const { app, owner, fake } = scene;
  const { id } = await owner.mutate('createGoal', { title: 'Goal', kind: 'PROJECT' });
  await pushed(scene, 'GOALS');
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795500000' };
  const answers = [
    { status: 429, headers, json: { status: 429, code: 'tooManyRequests', message: 'x', type: 'error' } },
    { status: 429, html: '<html>Too many</html>' },
    { status: 503, headers: { 'retry-after': '120' }, html: '' },
    { status: 200, html: '<html>Sign in</html>' },
    null,
  ];
  for (const [index, respond] of answers.entries()) {
    for (const request of [/^GET \/v2\/boards\?/, /^GET .*parent_item_id/, /^PATCH/]) {
      await owner.mutate('updateGoal', { id, title: `Goal ${index} ${request}` });
      fake.faults.push({ request, times: 1, respond });
      app.clock.advance(5 * 60_000);
      await owner.mutate('syncIntegration', { id: scene.id });
      await app.worker.work();
      const { integration } = await owner.query(`{ integration(id: "${scene.id}") { state nextSyncAt problem } }`);
      expect(integration).toMatchObject({ state: 'BACKING_OFF', problem: expect.stringContaining('Miro') });
      app.clock.set(integration.nextSyncAt);
      await app.worker.work();
      expect(inFrames(scene)).toEqual([`Goal ${index} ${request}`]);
    }
  }
});

test('skills below their targets are shown by how many levels are missing', async () => {
  const scene = await miroScene();
  const { owner } = scene;
  const { id: frameworkId } = await owner.mutate('createFramework', { name: 'Mine' });
  const { id: categoryId } = await owner.mutate('createSkillCategory', { frameworkId, name: 'Languages' });
  const skill = async (name: string, level: number | null, target: number) => {
    const { id: skillId } = await owner.mutate('createSkill', { categoryId, name });
    if (level !== null) await owner.mutate('createAssessment', { skillId, level, source: 'SELF' });
    await owner.mutate('createSkillTarget', { skillId, level: target });
    return skillId;
  };
  const rust = await skill('Rust', 1, 4);
  await skill('SQL', 3, 4);
  await skill('Done', 4, 4);
  await skill('Zig', null, 2);
  await pushed(scene, 'SKILL_GAPS');
  const shown = () =>
    inFrames(scene)
      .map((text) => text.replaceAll('\n', ' | '))
      .sort();
  expect(shown()).toEqual(['Rust | Languages | 1 → 4', 'SQL | Languages | 3 → 4', 'Zig | Languages | – → 2']);
  await owner.mutate('createAssessment', { skillId: rust, level: 3, source: 'SELF' });
  // It moves to another column.
  expect(await syncMiroNow(scene)).toMatchObject({ createdCount: 1, cancelledCount: 1, updatedCount: 0 });
  expect(shown()).toContain('Rust | Languages | 3 → 4');
});

test('a week shows tasks done, learnings, feedback received and meetings', async () => {
  const scene = await miroScene();
  const { owner } = scene;
  const { id } = await owner.mutate('createTask', { title: 'Ship it' });
  await owner.mutate('completeTask', { id });
  await owner.mutate('createTask', { title: 'Not done' });
  await owner.mutate('createLearning', { title: 'Leases', sourceTitle: 'A paper' });
  await owner.mutate('createLearning', { title: 'Before', learnedOn: '2026-11-20' });
  const { id: personId } = await owner.mutate('createPerson', { name: 'Grace' });
  const praise = { personId, kind: 'PRAISE' };
  await owner.mutate('createFeedback', { ...praise, direction: 'RECEIVED', body: 'Well done\nThanks' });
  await owner.mutate('createFeedback', { ...praise, direction: 'GIVEN', body: 'Mine' });
  const at = { startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T10:00:00Z' };
  await owner.mutate('createMeeting', { title: 'Review', ...at });
  await pushed(scene, 'WEEK', { weekOf: '2026-11-26' });
  expect(inFrames(scene).sort()).toEqual([
    'Leases\nA paper',
    'Review\n2026-11-25',
    'Ship it',
    'Well done\nGrace\nWell done\nThanks',
  ]);
  expect(await framesOf(owner)).toMatchObject([{ content: 'WEEK', weekStartsOn: '2026-11-23' }]);
});

test('a frame is of one’s own board, a week is for WEEK, and deleting it leaves what is at Miro', async () => {
  const scene = await miroScene();
  const { app, owner, fake, boardId } = scene;
  const bob = await app.person('Bob');
  expect(await bob.mutate('createMiroFrame', { boardId, content: 'GOALS' })).toMatchObject({ code: 'NOT_FOUND' });
  const wrong = await owner.mutate('createMiroFrame', { boardId, content: 'GOALS', weekOf: '2026-11-23' });
  expect(wrong.issues).toEqual([{ path: ['input', 'weekOf'], message: 'is for WEEK only' }]);
  const id = await pushed(scene, 'GOALS');
  expect(await bob.mutate('deleteMiroFrame', { id })).toMatchObject({ code: 'NOT_FOUND' });
  const count = fake.boards.items('Plans').length;
  expect((await owner.mutate('deleteMiroFrame', { id }, 'id')).id).toBe(id);
  const before = fake.asked.length;
  await syncMiroNow(scene);
  expect(fake.writesSince(before)).toEqual([]);
  expect(fake.boards.items('Plans')).toHaveLength(count);
  for (let index = 0; index < 20; index++) await owner.mutate('createMiroFrame', { boardId, content: 'GOALS' });
  expect(await owner.mutate('createMiroFrame', { boardId, content: 'GOALS' })).toMatchObject({ code: 'CONFLICT' });
});
