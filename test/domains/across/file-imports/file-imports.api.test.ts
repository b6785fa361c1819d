import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { oldCollection } from '../../../support/anki-collections.ts';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { sample } from '../../../support/imports.ts';
import { countTurns } from '../../../support/turns.ts';

const counts = 'readCount takenCount skippedCount counts { kind createdCount unchangedCount }';

const run = (person: Person, input: object, fields = counts) => person.mutate('importFile', input, fields);
const file = (name: string, format: string, more = {}) => ({
  ...{ format, fileName: name, content: sample(name).toString('base64'), ...more },
});
const text = (content: string, format: string, more = {}) => ({
  ...{ format, content: Buffer.from(content).toString('base64'), ...more },
});

const tasksOf = async (person: Person) =>
  (
    await person.query(`{ tasks { nodes { title status priority description scheduledOn scheduledAt dueOn completedAt
      estimateMinutes parent { title } goal { title kind } labels { name } recurrence { rule anchor } } } }`)
  ).tasks.nodes;

test('a dry run writes nothing and says what the import does; twice is once, and undo takes it back', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const input = file('todoist.csv', 'TODOIST');
  const fields = `${counts} warnings { place reason } mapped { from to }`;
  const dry = await writingNothing(app, ada, () => run(ada, { ...input, isDryRun: true }, fields));
  expect(dry).toMatchObject({
    ...{ readCount: 7, takenCount: 7, skippedCount: 0 },
    counts: [{ kind: 'TASK', createdCount: 5, unchangedCount: 0 }],
    warnings: [{ place: 'line 9', reason: 'The date cannot be read as a whole: it stands in the description.' }],
  });
  expect(dry.mapped).toContainEqual({
    from: 'PRIORITY',
    to: 'priority: 1 is URGENT, 2 HIGH, 3 MEDIUM, 4 NONE',
  });
  const { changeSet, ...report } = await run(ada, input, `${fields} changeSet { id }`);
  expect(report).toEqual(dry);
  const tasks = await tasksOf(ada);
  expect(tasks[0]).toMatchObject({
    ...{ title: 'Write the announcement', priority: 'URGENT', scheduledOn: '2026-12-01', dueOn: '2026-12-04' },
    ...{ estimateMinutes: 45, labels: [{ name: 'todoist' }, { name: 'writing' }] },
    description: 'First draft\nwith **three** points\n\nSection: Launch\n\nAsk Mara for a quote',
  });
  expect(tasks[1]).toMatchObject({ title: 'Collect numbers', parent: { title: 'Write the announcement' } });
  expect(tasks[2].recurrence).toEqual({ rule: 'FREQ=DAILY;INTERVAL=3', anchor: 'COMPLETION' });
  expect(tasks[4]).toMatchObject({ recurrence: null, description: 'Section: Launch\n\nDate: every 3rd friday' });

  expect(await writingNothing(app, ada, () => run(ada, input))).toMatchObject({
    ...{ readCount: 7, takenCount: 7, counts: [{ createdCount: 0, unchangedCount: 5 }] },
  });
  expect(await run(bob, input)).toMatchObject({ counts: [{ createdCount: 5, unchangedCount: 0 }] });

  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id });
  expect(await tasksOf(ada)).toEqual([]);
  const again = await run(ada, input, `${counts} warnings { place reason }`);
  expect(again).toMatchObject({ counts: [{ createdCount: 0, unchangedCount: 5 }] });
  expect(again.warnings).toContainEqual({ place: 'line 3', reason: 'It is in the trash, where it can be restored.' });
});

test('projects become goals if that is asked for', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await run(ada, { ...file('todoist.csv', 'TODOIST'), projects: 'GOAL' });
  const [first] = await tasksOf(ada);
  expect(first).toMatchObject({ goal: { title: 'todoist', kind: 'PROJECT' }, labels: [{ name: 'writing' }] });
});

test('a row that cannot be written costs no other, and is named with the reason', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const rows = [
    'full_date,date,weekday,time,mood,activities,note_title,note',
    '2026-11-05,November 5,Thursday,9:05 PM,good,work,,',
    '2026-11-06,November 6,Friday,25:05,good,,,',
    '2031-11-05,November 5,Thursday,9:05 PM,good,,,',
    '2026-11-04,November 4,Wednesday,10:05,dreamy,,,',
    '2026-11-03,November 3,Tuesday,10:05,rad,,,the last',
  ];
  const fields = `${counts} skipped { place reason }`;
  const report = await run(ada, text(rows.join('\r\n'), 'DAYLIO'), fields);
  expect(report).toMatchObject({ readCount: 5, takenCount: 2, skippedCount: 3 });
  expect(report.skipped).toEqual([
    { place: 'line 3', reason: '"25:05" is not a time of day.' },
    { place: 'line 4', reason: 'at must not be in the future.' },
    { place: 'line 5', reason: 'The mood "dreamy" is not mapped. Map it to one of 1, 2, 3, 4, 5.' },
  ]);
  // Mapped, the row comes in, and the others stay.
  const mapping = 'values:\n  mood: { Dreamy: 4 }\n';
  expect(await run(ada, text(rows.join('\n'), 'DAYLIO', { mapping }))).toMatchObject({
    ...{ takenCount: 3, counts: [{ createdCount: 1, unchangedCount: 2 }] },
  });
  const { energyEntries } = await ada.query('{ energyEntries { nodes { at mood notes labels { name } } } }');
  expect(energyEntries.nodes).toEqual([
    { at: '2026-11-05T20:05:00.000Z', mood: 4, notes: '', labels: [{ name: 'work' }] },
    { at: '2026-11-04T09:05:00.000Z', mood: 4, notes: 'Mood: dreamy', labels: [] },
    { at: '2026-11-03T09:05:00.000Z', mood: 5, notes: 'the last', labels: [] },
  ]);
});

test('a value that rules refuse costs no row if the record can do without it, and is not lost', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const fields = `${counts} skipped { place reason } warnings { place reason }`;
  const mapping = `kind: task
columns: { title: T, status: S, completedAt: C, estimateMinutes: M }`;
  const rows = 'T,S,C,M\nx,done,2031-01-01,\ny,done,2026-11-01,99999999\n';
  expect(await run(ada, text(rows, 'CSV', { mapping }), fields)).toMatchObject({
    ...{ takenCount: 2, skipped: [] },
    warnings: [
      { place: 'line 2', reason: 'completedAt must not be in the future: it stands in the description instead.' },
      { place: 'line 3', reason: expect.stringContaining('estimateMinutes must be a whole number from 1 to 43200') },
    ],
  });
  const [x, y] = await tasksOf(ada);
  expect(x).toMatchObject({ status: 'DONE', completedAt: app.clock.now().toISOString() });
  expect([x.description, y.description]).toEqual([
    expect.stringContaining('completedAt: 2031-01-01'),
    'estimateMinutes: 99999999',
  ]);

  const people = 'kind: person\ncolumns: { name: N, emails: E }';
  const list = 'N,E\nMara,mara@example.org;not an address;m@x\n';
  expect(await run(ada, text(list, 'CSV', { mapping: people }), fields)).toMatchObject({ takenCount: 1 });
  const found = await ada.query('{ people { nodes { name emails notes } } }');
  expect(found.people.nodes).toEqual([
    { name: 'Mara', emails: ['mara@example.org'], notes: 'emails: not an address, m@x' },
  ]);

  const repeated = 'Title,Status,Repeat\nz,0,FREQ=DAILY;INTERVAL=999999999\n';
  expect(await run(ada, text(repeated, 'TICKTICK'), fields)).toMatchObject({ takenCount: 1, skipped: [] });
});

test('the stages of a board are kept with their days', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const mapping = '{"values": {"stage": {"take-home": "SCREENING"}}}';
  expect(await run(ada, file('huntr.csv', 'HUNTR', { mapping }))).toMatchObject({ readCount: 3, takenCount: 3 });
  const { jobApplications } = await ada.query(`{ jobApplications(orderBy: [{ field: COMPANY }]) { nodes {
    company stage appliedAt url notes postingText stageHistory { stage enteredAt } } } }`);
  expect(jobApplications.nodes).toMatchObject([
    { company: 'Brightfield', stage: 'INTERESTED', appliedAt: null },
    {
      ...{ company: 'Nordwind', stage: 'INTERVIEWING', url: 'https://nordwind.example/jobs/7' },
      ...{ postingText: 'Lead the platform team.', notes: 'Location: Hamburg\n\nSpoke with Ada' },
      appliedAt: expect.stringContaining('2026-10-05'),
    },
    { company: 'Ostsee', stage: 'SCREENING', notes: 'Stage: Take-home\n\nLocation: Kiel' },
  ]);
});

test('any CSV file is imported by a mapping, with its own code page and dates', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const mapping = sample('books.yaml').toString();
  expect(await run(ada, file('books.csv', 'CSV', { mapping }))).toMatchObject({ takenCount: 2 });
  const { learnings } = await ada.query('{ learnings { nodes { title learnedOn notes } } }');
  expect(learnings.nodes).toEqual([
    {
      ...{ title: 'Working Effectively with Legacy Code', learnedOn: '2026-06-02' },
      notes: 'Tests first,\nthen changes.',
    },
    { title: 'The Soul of a New Machine', learnedOn: '2026-03-14', notes: 'A team is made of people.' },
  ]);
  const refused = await run(ada, file('books.csv', 'CSV', { mapping: 'kind: book\ncolumns: {}' }));
  expect(refused.issues).toEqual([
    {
      path: ['input', 'content'],
      message: 'cannot be read. The mapping must have a kind: task, energy, application, person, learning, prompt.',
    },
  ]);
});

test('cards of a package keep their schedules, and their memory follows from the reviews', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const content = Buffer.from(zipSync({ 'collection.anki21': oldCollection() })).toString('base64');
  const input = { format: 'ANKI', content, fileName: 'Deck.apkg' };
  expect(await run(ada, input)).toMatchObject({
    readCount: 6,
    takenCount: 4,
    counts: [{ kind: 'PROMPT', createdCount: 4 }],
  });
  const promptsOf = async () =>
    (
      await ada.query(`{ prompts(orderBy: [{ field: QUESTION }]) { nodes { question state dueOn reviewCount lapseCount reviewedOn
        suspendedAt stability learning { title } reviews { nodes { rating elapsedDays durationSeconds library } } } } }`)
    ).prompts.nodes;
  const prompts = await promptsOf();
  const of = (question: string) => prompts.find((one: { question: string }) => one.question === question);
  expect(of('Hund\n(m)')).toMatchObject({
    ...{ state: 'REVIEW', dueOn: '2026-11-27', reviewCount: 2, reviewedOn: '2026-11-03', suspendedAt: null },
    learning: { title: 'German › Words' },
    reviews: {
      nodes: [
        { rating: 'AGAIN', elapsedDays: 1, durationSeconds: 9 },
        { rating: 'GOOD', elapsedDays: null },
      ],
    },
  });
  // Without a log, the memory follows from the interval and the ease.
  expect(of('[…] is in France')).toMatchObject({
    ...{ state: 'REVIEW', dueOn: '2026-11-07', stability: 12, suspendedAt: expect.any(String), reviews: { nodes: [] } },
  });
  expect(of('dog & hound')).toMatchObject({ state: 'NEW', reviewCount: 0 });
  expect(await writingNothing(app, ada, () => run(ada, input))).toMatchObject({
    ...{ takenCount: 4, counts: [{ createdCount: 0, unchangedCount: 4 }] },
  });
});

test('others take a turn between the statements that write many reviews', async () => {
  const turns: number[] = [];
  const turn = countTurns();
  const app = await createTestApp(
    {},
    { onStatement: (sql) => /^INSERT INTO \W*PromptReview/i.test(sql) && turns.push(turn()) },
  );
  const ada = await app.person();
  const reviews = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO revlog SELECT 1600000000000 + i * 1000, 100, 0, 3, 1, 1, 2300, 1000, 1 FROM n;`;
  const content = Buffer.from(zipSync({ 'collection.anki21': oldCollection(reviews) })).toString('base64');
  expect(await run(ada, { format: 'ANKI', content, isDryRun: true })).toMatchObject({ takenCount: 4 });
  // 2,001 of them, fifty in a turn.
  expect(new Set(turns).size).toBe(41);
});

test('tasks wait for others as in the file, but in no circle; your own address becomes nobody', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const task = (id: number, ...blocked: number[]) => ({
    ...{ id, title: `t${id}` },
    related_tasks: { blocked: blocked.map((one) => ({ id: one })) },
  });
  const projects = [{ title: 'P', tasks: [task(1, 2, 3), task(2, 1), task(3)] }];
  const report = await run(ada, text(JSON.stringify(projects), 'VIKUNJA'), `${counts} warnings { place }`);
  expect(report).toMatchObject({ takenCount: 3, warnings: [{ place: '[0].tasks[1]' }] });
  const { tasks } = await ada.query('{ tasks { nodes { title blockedBy { task { title } } } } }');
  const waiting = tasks.nodes.map(({ blockedBy }: { blockedBy: { task: { title: string } }[] }) =>
    blockedBy.map(({ task }) => task.title).sort(),
  );
  expect(waiting).toEqual([['t2', 't3'], [], []]);

  const mapping = 'kind: person\ncolumns: { name: Name, emails: Mail }';
  const people = await run(ada, text(`Name,Mail\nMe,${ada.email}\nMara,mara@example.org\n`, 'CSV', { mapping }));
  expect(people).toMatchObject({ readCount: 2, takenCount: 1, skippedCount: 1 });
  // Known by an address, a person is there already.
  const again = text('Name,Mail\nM. Lindqvist,MARA@example.org\n', 'CSV', { mapping });
  expect(await run(ada, again)).toMatchObject({ counts: [{ createdCount: 0, unchangedCount: 1 }] });
});

test('how long a chain of tasks that wait is makes none of them cost more', async () => {
  const app = await createTestApp();
  const statementsOf = async (length: number) => {
    const ada = await app.person();
    const tasks = Array.from({ length }, (_, index) => ({
      ...{ id: index + 1, title: `t${index}`, related_tasks: { blocked: [{ id: index + 2 }] } },
    }));
    const input = text(JSON.stringify([{ title: 'P', tasks }]), 'VIKUNJA');
    return app.counting(async () => expect(await run(ada, input)).toMatchObject({ takenCount: length }));
  };
  const [few, some, more] = [await statementsOf(20), await statementsOf(40), await statementsOf(60)];
  expect(more - some).toBeLessThanOrEqual(some - few + 5);
});

test('what importPrompts has imported is recognized', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const note = '#deck column:3\n#separator:tab\nHund\tdog\tGerman::Animals\n';
  await ada.mutate('importPrompts', { format: 'ANKI_TEXT', title: 'Notes', text: note }, 'createdCount');
  expect(await run(ada, text(note, 'ANKI'))).toMatchObject({ counts: [{ createdCount: 0, unchangedCount: 1 }] });
});

test('a task whose rule has no day to come stays, without it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const rows = 'Title,Status,Repeat,Start Date\nOver,0,FREQ=DAILY;UNTIL=20200101,2026-11-24T08:00:00+0000\n';
  const report = await run(ada, text(rows, 'TICKTICK'), `${counts} warnings { place reason }`);
  expect(report).toMatchObject({
    ...{ takenCount: 1, counts: [{ createdCount: 1 }] },
    warnings: [{ place: 'line 2', reason: 'How it repeats has no day to come: it stands in the description.' }],
  });
  expect(await tasksOf(ada)).toMatchObject([
    { title: 'Over', recurrence: null, description: 'Repeats: FREQ=DAILY;UNTIL=20200101' },
  ]);
});

test('faults of a mapping are told at the mapping, all at once', async () => {
  const ada = await (await createTestApp()).person();
  const mapping = 'kind: learning\nkind: task\ncolumns: { title: Book, title: Name }';
  const { issues } = await run(ada, text('Book\nOne\n', 'CSV', { mapping }));
  expect(issues).toEqual([
    { path: ['input', 'mapping', 'kind'], message: 'must not be given twice: line 2' },
    { path: ['input', 'mapping', 'columns', 'title'], message: 'must not be given twice: line 3' },
  ]);
});

test('an account imports sixty files an hour, dry runs included, whatever others do', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const input = text('Book\nOne\n', 'CSV', { mapping: 'kind: learning\ncolumns: { title: Book }', isDryRun: true });
  for (let count = 0; count < 60; count += 1) expect((await run(ada, input)).takenCount).toBe(1);
  await expect(run(ada, input)).rejects.toThrow(/Too many attempts/);
  expect((await run(bob, input)).takenCount).toBe(1);
});

test.each([
  [
    'HUNTR',
    'Job Title,Company,List,Notes,URL,Contacts\nD\0ev,Ac\0me,Applied,n\0,https://a.example/\0,K\0im <k\0@x.org>;L\0ee\n',
  ],
  [
    'OUTLOOK',
    'Subject,Start Date,Start Time,Location,Required Attendees,Categories\nA\0,13.11.2026,9:00,B\0,"M\0 <m@x.org>",C\0\n',
  ],
  ['LINKEDIN', 'First Name,Last Name,Email Address,Company\nA\0,B,a\0@x.org,C\0\n'],
  ['TICKTICK', 'List Name,Title,Status,Tags,Content,Repeat\nL\0,T\0,0,t\0,c\0,FREQ=\0\n'],
  ['DAYLIO', 'mood,date,activities,note\nrad,2026-11-01,a\0,n\0\n'],
  ['ANKI', '#separator:tab\n#deck column:3\nq\0\ta\0\td\0\n'],
] as const)('control characters in all columns of %s are left out, and its row stays', async (format, content) => {
  const ada = await (await createTestApp()).person();
  const report = await run(ada, text(content, format), `${counts} warnings { reason }`);
  expect(report).toMatchObject({ readCount: 1, takenCount: 1, counts: [{ createdCount: 1 }] });
  expect(JSON.stringify(report.warnings)).toContain('It has control characters, such as NUL: they are left out.');
});

test('a cancelled task keeps the day on which it was, whatever the format', async () => {
  const ada = await (await createTestApp()).person();
  const things = [{ uuid: 'B', title: 'Old', notes: 'Why', status: 'canceled', stop_date: '2026-11-02 23:30:00' }];
  await run(ada, text(JSON.stringify(things), 'THINGS'));
  const ticktick =
    'Folder Name,List Name,Title,Kind,Status,Completed Time,Priority\n,Home,Older,TEXT,-1,2026-10-01T10:00:00+0000,0\n';
  await run(ada, text(ticktick, 'TICKTICK'));
  const mapping = 'kind: task\ncolumns: { title: Was, status: Stand, completedAt: Wann }';
  await run(ada, text('Was,Stand,Wann\nOldest,cancelled,2026-09-01\n', 'CSV', { mapping }));
  const tasks = (await tasksOf(ada)).map(({ title, status, description, completedAt }: Record<string, unknown>) => [
    ...[title, status, description, completedAt],
  ]);
  expect(tasks).toEqual([
    ['Old', 'CANCELLED', 'Why\n\nCancelled: 2026-11-02', null],
    ['Older', 'CANCELLED', 'Cancelled: 2026-10-01', null],
    ['Oldest', 'CANCELLED', 'Cancelled: 2026-09-01', null],
  ]);
});
