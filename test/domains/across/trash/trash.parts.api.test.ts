import { expect, test } from 'vitest';
import { parentAggregateOf, trashableModels } from '../../../../src/platform/database/model-relations.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const issues = ({ issues }: { issues: { path: string[]; message: string }[] }) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

/** A framework, a goal and a meeting with everything that is a part of them, and things that name such parts. */
async function fill(ada: SignedInPerson) {
  const make = async (name: string, input: object): Promise<string> => (await ada.mutate(name, input)).id;
  const frameworkId = await make('createFramework', { name: 'Word ladder' });
  const categoryId = await make('createSkillCategory', { frameworkId, name: 'Word craft' });
  const skillId = await make('createSkill', { categoryId, name: 'Word choice' });
  const personId = await make('createPerson', { name: 'Ann' });
  await make('createAssessment', { skillId, level: 2, source: 'PEER', personId, notes: 'Word of praise' });
  await make('createSkillTarget', { skillId, level: 3, notes: 'Word by word' });
  const goalId = await make('createGoal', { title: 'Word list', kind: 'PROJECT' });
  await make('createGoalCheckIn', { goalId, health: 'AT_RISK', notes: 'Word is out' });
  await make('createMilestone', { goalId, title: 'Word one', dueOn: 'P1D' });
  const meetingId = await make('createMeeting', {
    title: 'Word club',
    startsAt: '2026-11-24T10:00:00Z',
    endsAt: '2026-11-24T11:00:00Z',
  });
  await make('createMeetingItem', { meetingId, kind: 'AGENDA', title: 'Word of the day' });
  await make('createTask', { title: 'Practise', skillIds: [skillId] });
  const requirements = [{ kind: 'SKILL', title: 'Words', weight: 1, skillId, level: 2 }];
  const roleId = await make('createRoleProfile', { title: 'Writer', requirements });
  return { frameworkId, categoryId, skillId, goalId, meetingId, personId, roleId };
}

const everywhere = `query ($role: ID!, $person: ID!) {
  skills { totalCount } assessments { totalCount nodes { id } }
  assessmentStats(groupBy: SKILL) { count }
  goalCheckIns { totalCount } milestones { totalCount }
  search(text: "word") { totalCount }
  timeline(to: null, first: 50) { totalCount }
  agenda { entries { kind } }
  skillMatrix { categories { skills { level } } }
  readiness(roleId: $role) { criteria { metByCount missing } }
  person(id: $person) { assessments { totalCount } }
  tasks { nodes { skills { name } } }
  bySkill: tasks(filter: { skills: { some: { name: { contains: "word" } } } }) { totalCount }
  taskStats(groupBy: SKILL) { key count }
}`;

test('the parts of a trashed node are trashed everywhere, and are restored with it', async () => {
  const ada = await (await createTestApp()).person();
  const { frameworkId, categoryId, skillId, goalId, meetingId, personId, roleId } = await fill(ada);
  const look = () => ada.query(everywhere, { role: roleId, person: personId });
  const before = await look();
  expect(before.search.totalCount).toBe(10);
  await ada.mutate('trash', { id: frameworkId });
  await ada.mutate('trash', { id: goalId });
  await ada.mutate('trash', { id: meetingId });
  const during = await look();
  const none = { totalCount: 0 };
  expect(during).toMatchObject({
    ...{ skills: none, assessments: none, assessmentStats: [] },
    ...{ goalCheckIns: none, milestones: none, search: none, skillMatrix: { categories: [] } },
    person: { assessments: none },
    tasks: { nodes: [{ skills: [] }] },
    bySkill: none,
    taskStats: [{ key: null, count: 1 }],
  });
  expect(during.readiness.criteria[0].missing).toContain('in the trash');
  expect(during.agenda.flatMap(({ entries }: { entries: object[] }) => entries)).toEqual([]);
  // The parts of a row are shown below it all the same, and each by its id. Lists of what is in the trash have them too, so
  // so that both together have every record; `trash` itself shows what was put there.
  const below = await ada.query(
    `query ($framework: ID!, $goal: ID!, $skill: ID!) {
      framework(id: $framework) { categories { nodes { skills { nodes { id assessments { totalCount } } } } } }
      goal(id: $goal) { milestones { totalCount } checkIns { totalCount } }
      node(id: $skill) { ... on Skill { name trashedAt category { framework { trashedAt } } } }
      trash { nodes { type } } skills(trashed: true) { totalCount }
    }`,
    { framework: frameworkId, goal: goalId, skill: skillId },
  );
  expect(below).toMatchObject({
    framework: { categories: { nodes: [{ skills: { nodes: [{ id: skillId, assessments: { totalCount: 1 } }] } }] } },
    goal: { milestones: { totalCount: 1 }, checkIns: { totalCount: 1 } },
    node: { name: 'Word choice', trashedAt: null },
    skills: { totalCount: 1 },
  });
  expect(below.trash.nodes.map(({ type }: { type: string }) => type).sort()).toEqual(['FRAMEWORK', 'GOAL', 'MEETING']);
  // A part that was put in the trash itself stays there when the others come back.
  await ada.mutate('trash', { id: categoryId });
  await ada.mutate('restore', { id: frameworkId });
  expect((await look()).skills).toEqual(none);
  await ada.mutate('trash', { id: frameworkId });
  await ada.mutate('restore', { id: categoryId });
  expect(await look()).toEqual(during);
  await ada.mutate('restore', { id: frameworkId });
  await ada.mutate('restore', { id: goalId });
  await ada.mutate('restore', { id: meetingId });
  expect(await look()).toEqual(before);
});

test('a part of a trashed node cannot be referenced or related to', async () => {
  const ada = await (await createTestApp()).person();
  const { frameworkId, categoryId, skillId } = await fill(ada);
  const { id: taskId } = await ada.mutate('createTask', { title: 'Before', skillIds: [skillId] });
  await ada.mutate('trash', { id: frameworkId });
  const gone = 'must not be in the trash';
  const refused: [string, object, string][] = [
    ['createSkill', { categoryId, name: 'New' }, `input.categoryId: ${gone}`],
    ['createAssessment', { skillId, level: 1, source: 'SELF' }, `input.skillId: ${gone}`],
    ['createSkillTarget', { skillId, level: 1 }, `input.skillId: ${gone}`],
    ['createTask', { title: 'A', skillIds: [skillId] }, `input.skillIds.0: ${gone}`],
    ['createLink', { kind: 'ABOUT', fromId: taskId, toId: skillId }, `input.toId: ${gone}`],
  ];
  for (const [mutation, input, issue] of refused) expect(issues(await ada.mutate(mutation, input))).toEqual([issue]);
  // What has it already keeps it, whatever else is set.
  await ada.mutate('updateTask', { id: taskId, skillIds: [] });
  await ada.mutate('restore', { id: frameworkId });
  expect(
    (await ada.query('query ($id: ID!) { task(id: $id) { skills { name } } }', { id: taskId })).task.skills,
  ).toEqual([{ name: 'Word choice' }]);
});

test('evidence that is in the trash, or part of a trashed node, does not count', async () => {
  const ada = await (await createTestApp()).person();
  const { goalId, skillId } = await fill(ada);
  const { id: milestone } = await ada.mutate('createMilestone', { goalId, title: 'Shown' });
  await ada.mutate('createLink', { kind: 'EVIDENCE', fromId: milestone, toId: skillId });
  const requirements = [{ kind: 'EVIDENCE', title: 'Proof', weight: 1, skillId, requiredCount: 1 }];
  const { id } = await ada.mutate('createRoleProfile', { title: 'Editor', requirements });
  const score = async () =>
    (await ada.query('query ($id: ID!) { readiness(roleId: $id) { score } }', { id })).readiness.score;
  expect(await score()).toBe(100);
  await ada.mutate('trash', { id: goalId });
  expect(await score()).toBe(0);
  await ada.mutate('restore', { id: goalId });
  expect(await score()).toBe(100);
});

test('a part belongs to exactly one parent aggregate', () => {
  const parts = trashableModels.flatMap((model) => {
    const whole = parentAggregateOf(model);
    return whole ? [[model, whole.target]] : [];
  });
  expect(Object.fromEntries(parts)).toEqual({
    SkillCategory: 'Framework',
    Prompt: 'Learning',
    Skill: 'SkillCategory',
    Assessment: 'Skill',
    SkillTarget: 'Skill',
    GoalCheckIn: 'Goal',
    Milestone: 'Goal',
    MeetingItem: 'Meeting',
    TimeEntry: 'Task',
  });
});
