import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { toGlobalId } from '../src/platform/database/global-ids.ts';
import { createTestApp, type SignedInPerson } from './support/app.ts';
import { engine } from './support/databases.ts';
import { tries } from './support/services.ts';
import { createSkills } from './support/skills.ts';

/*
 * How many SQL statements a change set takes, to the statement. A page takes as many however long it is: what a list
 * shows beside its rows is loaded for all of them at once. Who asks costs none: the viewer is kept. When a number here goes up,
 * something is loaded row by row, or twice.
 */

/** What is read, by how many statements. */
const reads: Record<string, { statements: number; query: string }> = {
  'the viewer': { statements: 1, query: '{ viewer { name timeZone } }' },
  'a day, which takes the account alone': { statements: 0, query: '{ day { date startsAt } }' },
  'a page of tasks': { statements: 1, query: 'query ($first: Int) { tasks(first: $first) { nodes { title } } }' },
  'a page of tasks, counted': {
    statements: 2,
    query: 'query ($first: Int) { tasks(first: $first) { totalCount pageInfo { hasNextPage } nodes { title } } }',
  },
  // Tasks with parents; the labels; the subtasks of all, and their counts; the progress of all.
  'tasks with parents, labels, subtasks and progress': {
    statements: 5,
    query: `query ($first: Int) { tasks(first: $first) { nodes {
      title parent { title } labels { name } subtasks { totalCount nodes { title } } subtaskProgress { doneCount totalCount }
    } } }`,
  },
  // Tasks with parents; the labels of each; the subtasks of all, their labels, and their progress.
  'tasks, and what their relations have in turn': {
    statements: 6,
    query: `query ($first: Int) { tasks(first: $first) { nodes {
      labels { name } parent { labels { name } } subtasks { nodes { labels { name } subtaskProgress { totalCount } } }
    } } }`,
  },
  'energy entries with labels and tasks': {
    statements: 2,
    query: 'query ($first: Int) { energyEntries(first: $first) { nodes { energy labels { name } task { title } } } }',
  },
  'energy entries with the labels of their tasks': {
    statements: 3,
    query: `query ($first: Int) { energyEntries(first: $first) { nodes {
      energy labels { name } task { title labels { name } }
    } } }`,
  },
  // People; their addresses; the entries about all of them.
  'people with addresses and energy entries': {
    statements: 3,
    query: `query ($first: Int) { people(first: $first) { nodes {
      name emails energyEntries { nodes { energy } }
    } } }`,
  },
  // Goals; all subgoals, milestones and tasks that count; the milestones and check-ins to show.
  'goals with progress, milestones and check-ins': {
    statements: 6,
    query: `query ($first: Int) { goals(first: $first) { nodes {
      title progress { fraction rule } milestones { nodes { title } } checkIns { nodes { value } }
    } } }`,
  },
  // Learnings; labels; goals; the progress of the goals.
  'learnings with labels and goals': {
    statements: 6,
    query: `query ($first: Int) { learnings(first: $first) { nodes {
      title labels { name } goals { title progress { fraction } }
    } } }`,
  },
  'learnings that are due': {
    statements: 2,
    query: 'query ($first: Int) { day { dueReviews(first: $first) { totalCount nodes { title } } } }',
  },
  'the streak of learnings': { statements: 1, query: '{ learningStreak { current longest } }' },
  // Tasks; skills; the joins of all of these to their tasks, the tasks, and their counts.
  'tasks with skills, and the tasks of these': {
    statements: 5,
    query: `query ($first: Int) { tasks(first: $first) { nodes {
      title skills { name tasks { totalCount nodes { title } } }
    } } }`,
  },
  'labels, counted': {
    statements: 2,
    query: 'query ($first: Int) { labels(first: $first) { totalCount nodes { name } } }',
  },
  'the focus of a day with tasks and labels': {
    statements: 3,
    query: '{ day { focus { intention tasks { title labels { name } } } } }',
  },
  'the review of tasks': {
    statements: 6,
    query: '{ taskReview { completedCount plannedCount byStatus { todoCount } } }',
  },
  // The years that the entries are in, whose clocks decide on the hours; the statistics.
  'statistics of energy': {
    statements: 2,
    query: '{ energyEntryStats(bucket: HOUR) { period { startsAt } energy { mean } } }',
  },
  // The entries; the people, meetings and tasks they are about; the labels of all of these.
  'drains and chargers': {
    statements: 7,
    query: '{ drainsAndChargers { testedCount factors { n verdict } } }',
  },
  'a search': {
    statements: 1,
    query: 'query ($first: Int) { search(text: "task", first: $first) { nodes { title { text } score } } }',
  },
  // The rows that are found are loaded for all of a type at once, and so are their labels.
  'a search, counted, with its rows and what they have': {
    statements: 4,
    query: `query ($first: Int) { search(text: "task", types: [TASK], first: $first) {
      totalCount nodes { node { id ... on Task { labels { name } } } }
    } }`,
  },
  'the timeline, with its rows and what they have': {
    statements: 2,
    query: `query ($first: Int) { timeline(types: [ENERGY_ENTRY], first: $first) { nodes { at title node {
      id ... on EnergyEntry { energy task { title } }
    } } } }`,
  },
  // Change sets; which they are and the changes of all; the fields of all.
  'change sets with what they did': {
    statements: 4,
    query: `query ($first: Int) { changeSets(first: $first) { nodes {
      name changes(first: 3) { nodes { action fields { name before after } changeSet { at } } }
    } } }`,
  },
  // Webhooks; the deliveries of all, and how many each has.
  'webhooks with what was sent to them': {
    statements: 3,
    query: 'query ($first: Int) { webhooks { url deliveries(first: $first) { totalCount nodes { status body } } } }',
  },
  'what a dashboard shows': {
    statements: 17,
    query: `query ($first: Int) {
      viewer { name } day { date
        focus { intention tasks { title status labels { name } } }
        tasks(first: $first) { totalCount nodes { title labels { name } subtaskProgress { doneCount totalCount } } }
      }
      taskReview { completedCount plannedCount overdueCount byStatus { todoCount } }
      energyEntryStats(bucket: DAY) { period { startsOn } energy { mean } }
      engagementPulses(first: $first) { nodes { week score } }
    }`,
  },
};

/** The longer pages, and what there is for them: a quarter of it where a person waits, which shows the same. */
const [long, all] = [tries(50), tries(60)];

test('a read takes the same number of statements for 5 records as for many, and not more than listed', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await fill(ada, all);
  const taken: Record<string, { of5: number; ofMany: number }> = {};
  for (const [name, { query }] of Object.entries(reads)) {
    const of5 = await app.counting(() => ada.query(query, { first: 5 }));
    const ofMany = await app.counting(() => ada.query(query, { first: long }));
    taken[name] = { of5, ofMany };
  }
  const expected = Object.entries(reads).map(([name, { statements }]) => [
    name,
    { of5: statements, ofMany: statements },
  ]);
  expect(taken).toEqual(Object.fromEntries(expected));
  // The pages were as long as they were said to be, and what they show beside their rows was there.
  const query = reads['tasks with parents, labels, subtasks and progress']?.query ?? '';
  const { nodes } = (await ada.query(query, { first: long })).tasks;
  expect(nodes.length).toBe(long);
  const whole = nodes.filter((task: { labels: []; parent: object | null; subtasks: { totalCount: number } }) => {
    return task.labels.length > 0 && (task.parent !== null) !== task.subtasks.totalCount > 0;
  });
  expect(whole.length).toBe(long);
});

/** PostgreSQL locks the owner's clock at the start of a transaction; SQLite has one writer for everything. */
const lock = engine === 'postgresql' ? 1 : 0;

test('a write takes the listed number of statements, and one more on PostgreSQL, which locks the owner’s sequence', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await fill(ada, 6);
  const { labels, tasks } = await ada.query('{ labels { nodes { id } } tasks { nodes { id } } }');
  const ids = (page: { nodes: { id: string }[] }) => page.nodes.map(({ id }) => id);
  const [labelIds, taskIds] = [ids(labels), ids(tasks)];
  const parentId = taskIds[0];
  // What is refused before a transaction begins takes none.
  const refused = 0;
  // A row that is made takes one statement for its document; one that says something else than before takes two.
  const writes: [string, number, string, object, object?][] = [
    ['a task', 6, 'createTask', { title: 'One' }],
    ['a task with one label', 10, 'createTask', { title: 'One', labelIds: labelIds.slice(0, 1) }],
    ['a task with three labels', 10, 'createTask', { title: 'One', labelIds: labelIds.slice(0, 3) }],
    ['a task that is part of one', 8, 'createTask', { title: 'One', parentId }],
    // Also the reminders of it.
    ['a task that is finished', 11, 'completeTask', { id: parentId }],
    ['a task that is finished already', 1, 'completeTask', { id: parentId }],
    // Its node, which can be of any type, is read once it is there; the tasks that wait for it; its time entries, the timer, its reminders.
    ['a task that is put in the trash', 18, 'trash', { id: taskIds[2] }],
    ['a task with another priority, which no document shows', 5, 'updateTask', { id: taskIds[1], priority: 'HIGH' }],
    ['a task that nobody has', 1, 'completeTask', { id: `Task:${ada.id.split(':')[1]}` }],
    ['an input that breaks a rule', refused, 'createTask', { title: '' }],
  ];
  const taken: [string, number][] = [];
  for (const [name, , mutation, input] of writes) {
    taken.push([name, await app.counting(() => ada.mutate(mutation, input))]);
  }
  expect(taken).toEqual(writes.map(([name, max]) => [name, max === refused ? refused : max + lock]));
});

/** Tasks with labels and a part each, entries about them, and a day with five tasks. */
async function fill(person: SignedInPerson, tasks: number): Promise<void> {
  const labelIds: string[] = [];
  for (let i = 0; i < 3; i += 1) labelIds.push((await person.mutate('createLabel', { name: `Label ${i}` })).id);
  const skillIds = await createSkills(person, 'Skill 0', 'Skill 1', 'Skill 2');
  const taskIds: string[] = [];
  const entries: object[] = [];
  for (let i = 0; i < tasks; i += 1) {
    const labels = { labelIds: labelIds.slice(0, (i % 3) + 1) };
    const [id, personId, goalId] = ['Task', 'Person', 'Goal'].map((type) => toGlobalId(type, v7())) as [
      string,
      string,
      string,
    ];
    taskIds.push(id);
    const task = { id, title: `Task ${i}`, ...labels, skillIds: skillIds.slice(0, (i % 3) + 1), scheduledOn: 'TODAY' };
    const learned = { learnedOn: `-P${i}D`, reviewOn: 'TODAY', ...labels, goalIds: [goalId] };
    const metric = { start: 0, target: 9 };
    const operations = [
      { createTask: task },
      { createTask: { title: `Part of ${i}`, parentId: id, ...labels } },
      { createPerson: { id: personId, name: `P ${i}`, emails: [`p${i}@example.org`] } },
      { createGoal: { id: goalId, title: `Goal ${i}`, kind: 'KEY_RESULT', metric } },
      { createGoalCheckIn: { goalId, value: i % 9, health: 'ON_TRACK' } },
      { createMilestone: { goalId, title: `Step ${i}` } },
      { createLearning: { title: `Learning ${i}`, ...learned } },
    ];
    expect((await person.mutate('batch', { mode: 'ATOMIC', operations }, 'isDone')).isDone).toBe(true);
    entries.push({ energy: 3, taskId: id, personId, ...labels, at: `-PT${i}H` });
  }
  // Each a change set of its own.
  for (const entry of entries) await person.mutate('createEnergyEntry', entry);
  for (let i = 0; i < 3; i += 1) {
    const input = { url: `https://example.org/${i}` };
    const { id } = (await person.mutate('createWebhook', input, 'webhook { id }')).webhook;
    for (let ping = 0; ping < 2; ping += 1) await person.mutate('testWebhook', { id });
  }
  await person.mutate('setDailyFocus', { intention: 'Focus', taskIds: taskIds.slice(0, 5) });
}
