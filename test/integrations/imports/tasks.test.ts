import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ImportedTask } from '../../../src/integrations/imports/imported.ts';
import { readText } from '../../support/imports.ts';

/* What lists of tasks mean, by program. */

const json = (value: unknown) => JSON.stringify(value);
const tasksOf = (file: ReturnType<typeof readText>) => file.records as ImportedTask[];

test('the highest priority is 1 in the CSV of Todoist and 4 in its API', () => {
  const csv = 'TYPE,CONTENT,PRIORITY\ntask,a,1\ntask,b,2\ntask,c,3\ntask,d,4\ntask,e,5\n';
  const file = readText('TODOIST', csv);
  expect(tasksOf(file).map(({ priority }) => priority)).toEqual([4, 3, 2, 0, 0]);
  expect(file.warnings).toEqual([{ at: 'line 6', reason: 'The priority is none from 1 to 4: it has none here.' }]);
  const items = [4, 3, 2, 1].map((priority) => ({ id: `${priority}`, content: 'a', priority }));
  expect(tasksOf(readText('TODOIST', json({ items }))).map(({ priority }) => priority)).toEqual([4, 3, 2, 0]);
});

test('rules of Todoist are read as a whole, or stand in the description', () => {
  const dates: [string, object][] = [
    ['2026-12-01', { scheduledOn: '2026-12-01', recurrence: null }],
    ['2026-12-01 15:00', { scheduledAt: '2026-12-01T14:00:00.000Z' }],
    ['every monday, friday', { recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO,FR', anchor: 'SCHEDULE' } }],
    ['every! 2 weeks', { recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2', anchor: 'COMPLETION' } }],
    ['every day at 9am', { recurrence: { rule: 'FREQ=DAILY' }, scheduledAt: '2026-11-23T08:00:00.000Z' }],
    ['every day starting 2026-12-05', { recurrence: { rule: 'FREQ=DAILY' }, scheduledOn: '2026-12-05' }],
    ['every day until 2027-01-01', { description: 'Date: every day until 2027-01-01' }],
    ['every 3rd friday', { description: 'Date: every 3rd friday' }],
    ['tomorrow', { description: 'Date: tomorrow' }],
  ];
  const csv = ['TYPE,CONTENT,DATE', ...dates.map(([text], index) => `task,t${index},"${text}"`)].join('\n');
  expect(tasksOf(readText('TODOIST', csv))).toMatchObject(dates.map(([, task]) => task));
});

test('ids beyond 2^53, parents after their parts, completions and comments of the API are kept', () => {
  const text = `{"items": [
    {"id": 9007199254740993, "content": "Part", "parent_id": 9007199254740992, "labels": ["home"]},
    {"id": 9007199254740992, "content": "Whole", "checked": true, "completed_at": "2026-11-02T08:15:00Z",
     "due": {"date": "2026-11-03", "is_recurring": true, "string": "every day"}},
    {"id": "x", "content": "Gone", "is_deleted": true}, {"content": "None"}, {"id": "x2", "content": "Twice"}, {"id": "x2", "content": "Twice"}],
    "notes": [{"item_id": "9007199254740993", "content": "A comment"}]}`;
  const file = readText('TODOIST', text);
  expect(tasksOf(file)).toMatchObject([
    { key: 'id:9007199254740993', parentKey: 'id:9007199254740992', description: 'A comment', labels: ['home'] },
    { key: 'id:9007199254740992', status: 'DONE', completedAt: '2026-11-02T08:15:00.000Z', recurrence: null },
    { key: 'id:x2' },
  ]);
  expect(file.skipped.map(({ at }) => at)).toEqual(['items[2]', 'items[3]', 'items[5]']);
  expect(file.readCount).toBe(6);
});

test('TickTick: the preamble, states, rules with keys of its own, and checklists', () => {
  const text = `"Date: 2026-11-20+0000"\n"Version: 7.1"\n"Status: \n0 Normal\n1 Completed\n2 Archived"
"Folder Name","List Name","Title","Kind","Tags","Content","Is Check list","Start Date","Due Date","Reminder","Repeat","Priority","Status","Created Time","Completed Time","Order","Timezone","Is All Day","New column"
"","Home","Bins","TEXT","week, #out","","N","2026-11-24T06:00:00+0000","2026-11-24T06:00:00+0000","","FREQ=WEEKLY;INTERVAL=1;BYDAY=TU","5","0","","","","Europe/Berlin","false","x"
"","Home","Rent","TEXT","","","N","","","","RRULE:FREQ=MONTHLY;TT_SKIP=WEEKEND","1","0","","","","","","" 
"","Home","Shop","CHECKLIST","","▫Milk\n▪Bread","Y","","","","","3","1","","2026-11-02T10:00:00+0000","","","",""
"","Home","Old","TEXT","","","N","","","","","0","2","","","","","",""
"","Home","Never","TEXT","","","N","","","","","0","-1","","","","","",""
"","Home","Idea","NOTE","","","N","","","","","0","0","","","","","",""
"","Home","Odd","TEXT","","","N","","","","","0","7","","","","","",""
`;
  const file = readText('TICKTICK', text);
  expect(tasksOf(file)).toMatchObject([
    {
      ...{ title: 'Bins', priority: 3, project: 'Home', labels: ['week', 'out'] },
      ...{ scheduledAt: '2026-11-24T06:00:00.000Z', recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU' } },
    },
    { title: 'Rent', recurrence: null, description: 'Repeats: RRULE:FREQ=MONTHLY;TT_SKIP=WEEKEND' },
    { title: 'Shop', status: 'DONE', completedAt: '2026-11-02T10:00:00.000Z', priority: 2 },
    { title: 'Milk', status: 'TODO' },
    { title: 'Bread', status: 'DONE', completedAt: '2026-11-02T10:00:00.000Z' },
    { title: 'Old', status: 'CANCELLED', labels: ['Archived'] },
    { title: 'Never', status: 'CANCELLED', labels: [] },
  ]);
  expect(file.skipped.map(({ at }) => at)).toEqual(['line 14', 'line 15']);
  expect(file.mapping).toContainEqual({ from: 'New column', to: 'not imported' });
});

test('TickTick: times without an offset are of the zone of the row, and repeated completions are kept', () => {
  const text = `Title,Status,Priority,Start Date,Completed Time,Timezone,Is All Day,taskId
Odd,0,p1,2026-02-20 10:00:00,,America/New_York,,abc
Day,0,0,2026-06-26T00:00:00+0000,,America/New_York,true,d
Bins,1,0,,2026-11-01 10:00:00,Europe/Berlin,,b
Bins,1,0,,2026-11-08 10:00:00,Europe/Berlin,,b
Bins,0,0,,,,,b
Bins,0,0,,,,,b`;
  const file = readText('TICKTICK', text);
  expect(tasksOf(file)).toMatchObject([
    { title: 'Odd', scheduledAt: '2026-02-20T15:00:00.000Z', priority: 0 },
    { title: 'Day', scheduledOn: '2026-06-26' },
    { key: 'id:b 2026-11-01T09:00:00.000Z', completedAt: '2026-11-01T09:00:00.000Z' },
    { key: 'id:b 2026-11-08T09:00:00.000Z', completedAt: '2026-11-08T09:00:00.000Z' },
    { key: 'id:b', status: 'TODO' },
  ]);
  expect(file.skipped).toEqual([{ at: 'line 7', reason: 'Its id is that of another row before it.' }]);
});

test('Vikunja: zero dates, HTML, relations told from one side or both, and rules in seconds', () => {
  const zero = '0001-01-01T00:00:00Z';
  const task = (id: number, more: object) => ({
    id,
    title: `t${id}`,
    due_date: zero,
    start_date: zero,
    done_at: zero,
    ...more,
  });
  const projects = [
    {
      title: 'House',
      is_archived: true,
      tasks: [
        task(1, {
          description: '<p>A &amp; <strong>B</strong></p>',
          related_tasks: { parenttask: [{ id: 2 }] },
          priority: 5,
        }),
        task(2, {
          related_tasks: { subtask: [{ id: 1 }], blocking: [{ id: 3 }] },
          repeat_after: 1_209_600,
          repeat_mode: 2,
        }),
        task(3, {
          done: true,
          done_at: '2026-11-02T08:00:00Z',
          related_tasks: { blocked: [{ id: 2 }] },
          repeat_after: 3_600,
        }),
      ],
    },
  ];
  const archive = zipSync({ 'data.json': Buffer.from(json(projects)), VERSION: Buffer.from('1') });
  expect(tasksOf(readText('VIKUNJA', archive))).toMatchObject([
    { parentKey: 'id:2', description: 'A & B', priority: 4, dueOn: null, scheduledAt: null, labels: ['Archived'] },
    { recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2', anchor: 'COMPLETION' }, status: 'TODO', project: 'House' },
    {
      blockedByKeys: ['id:2'],
      status: 'DONE',
      completedAt: '2026-11-02T08:00:00.000Z',
      description: 'Repeats: every 1 hours',
    },
  ]);
});

test('Super Productivity: archives, rules and time spent are read, and no password of its integrations', () => {
  const data = {
    project: { entities: { p: { title: 'Work', isArchived: false } } },
    tag: { entities: { TODAY: { title: 'Today' }, g: { title: 'deep' } } },
    taskRepeatCfg: { entities: { r: { repeatCycle: 'WEEKLY', repeatEvery: 1, monday: true, friday: true } } },
    task: {
      entities: {
        a: {
          title: 'Write',
          projectId: 'p',
          tagIds: ['TODAY', 'g'],
          timeEstimate: 5_400_000,
          repeatCfgId: 'r',
          dueDay: '2026-11-24',
        },
        b: { title: 'Part', parentId: 'a', timeSpentOnDay: { '2026-11-20': 600_000 } },
        c: { title: ' ' },
        f: { title: 'Planned' },
      },
    },
    archiveYoung: {
      task: {
        entities: {
          d: { title: 'Done', isDone: true, doneOn: Date.parse('2026-11-02T08:00:00Z'), repeatCfgId: 'r' },
          e: { title: 'Dropped', isDone: false },
        },
      },
    },
    planner: { days: { '2026-11-26': ['f'] } },
    globalConfig: { sync: { webDav: { password: 'hunter2' } } },
    issueProvider: { entities: { x: { token: 'ghp_secret' } } },
  };
  const file = readText('SUPER_PRODUCTIVITY', json({ data }));
  expect(tasksOf(file)).toMatchObject([
    {
      ...{ title: 'Write', project: 'Work', labels: ['deep'], estimateMinutes: 90, scheduledOn: '2026-11-24' },
      recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,FR' },
    },
    { title: 'Part', parentKey: 'id:a', description: 'Time spent:\n- 2026-11-20: 10 min' },
    { title: 'Planned', scheduledOn: '2026-11-26' },
    { title: 'Done', status: 'DONE', completedAt: '2026-11-02T08:00:00.000Z', recurrence: null },
    { title: 'Dropped', status: 'CANCELLED', completedAt: null },
  ]);
  expect(file.skipped).toEqual([{ at: 'task c', reason: 'It has no title.' }]);
  expect(json(file)).not.toMatch(/hunter2|ghp_secret/);
});

test('Things: both forms, headings, checklists, and days that are told by a word', () => {
  const scheme = [
    {
      type: 'project',
      attributes: {
        title: 'Trip',
        items: [
          { type: 'heading', attributes: { title: 'Before' } },
          {
            type: 'to-do',
            attributes: {
              title: 'Pack',
              when: '2026-12-01@18:00',
              'checklist-items': [{ type: 'checklist-item', attributes: { title: 'Socks', completed: true } }],
            },
          },
          { type: 'to-do', attributes: { title: 'Dream', when: 'someday' } },
          { type: 'to-do', attributes: { title: 'Call', when: 'tomorrow', canceled: true } },
        ],
      },
    },
    { type: 'tag', attributes: { title: 'x' } },
  ];
  const file = readText('THINGS', json(scheme));
  expect(tasksOf(file)).toMatchObject([
    { title: 'Trip', project: 'Trip' },
    { title: 'Pack', project: 'Trip', scheduledAt: '2026-12-01T17:00:00.000Z', description: 'Heading: Before' },
    { title: 'Socks', status: 'DONE' },
    { title: 'Dream', labels: ['Someday'] },
    { title: 'Call', status: 'CANCELLED', description: 'Heading: Before\n\nWhen: tomorrow' },
  ]);
  expect([file.readCount, file.skipped.length]).toEqual([6, 1]);
  const given = [
    { uuid: 'B', type: 'to-do', title: 'Old', status: 'canceled', stop_date: '2026-11-02 23:30:00' },
    { type: 'to-do', attributes: { title: 'Older', canceled: true, 'completion-date': '2026-10-01' } },
  ];
  expect(tasksOf(readText('THINGS', json(given)))).toMatchObject([
    { title: 'Old', status: 'CANCELLED', completedAt: '2026-11-02T22:30:00.000Z' },
    { title: 'Older', status: 'CANCELLED', completedAt: '2026-10-01T10:00:00.000Z' },
  ]);
  const printed = [
    {
      uuid: 'A1',
      type: 'to-do',
      title: 'Mail',
      status: 'completed',
      stop_date: '2026-11-02 08:00:00',
      area_title: 'Home',
      deadline: '2026-11-05',
      tags: ['quick'],
    },
  ];
  expect(tasksOf(readText('THINGS', json(printed)))).toMatchObject([
    {
      key: 'id:A1',
      status: 'DONE',
      completedAt: '2026-11-02T07:00:00.000Z',
      project: 'Home',
      dueOn: '2026-11-05',
      labels: ['quick'],
    },
  ]);
});

test('Todoist: a task that is left out, or half of which cannot be read, takes no other with it', () => {
  const text = `TYPE,CONTENT,INDENT,DATE,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE
task,First,1,,,,,
task,No indent,1.5,,,,,
task,Child,2,,,,,
task,Far,9999999999,,,,,
task,Late,1,2026-12-01 10:00,Mars/Base,2,day,notadate
note,Said,,,,,,
task,Own,2,,,,,`;
  const file = readText('TODOIST', text);
  expect(tasksOf(file)).toMatchObject([
    { title: 'First' },
    { title: 'Child', parentKey: null },
    {
      ...{ title: 'Late', dueOn: null, estimateMinutes: null },
      description: 'Date: 2026-12-01 10:00, Mars/Base\n\nDeadline: notadate\n\nDuration: 2 day\n\nSaid',
    },
    { title: 'Own', parentKey: tasksOf(file)[2]?.key },
  ]);
  expect(file.skipped.map(({ at }) => at)).toEqual(['line 3', 'line 5']);
  expect(file.warnings).toContainEqual({ at: 'line 4', reason: 'The task that it is a part of is not there.' });
});

test('Super Productivity: a rule says all of a repetition, or it stands in the description', () => {
  const configs: Record<string, [object, RegExp | null]> = {
    removed: [{ repeatCycle: 'DAILY', deletedInstanceDates: ['2026-11-30'] }, /deletedInstanceDates: 2026-11-30/],
    past: [{ repeatCycle: 'DAILY', deletedInstanceDates: ['2026-11-01'] }, null],
    paused: [{ repeatCycle: 'DAILY', isPaused: true }, /isPaused: true/],
    weekday: [{ repeatCycle: 'MONTHLY', monthlyWeekOfMonth: 2, monthlyWeekday: 3 }, /monthlyWeekday: 3/],
    moved: [{ repeatCycle: 'MONTHLY', startDate: '2026-01-31' }, /startDate: 2026-01-31/],
    plain: [{ repeatCycle: 'MONTHLY', startDate: '2026-01-30', isPaused: false }, null],
  };
  const entities = Object.fromEntries(
    Object.keys(configs).map((name) => [name, { title: name, repeatCfgId: name, dueDay: '2026-11-30' }]),
  );
  const odd = { title: 'odd', dueDay: '2026-1-5', deadlineWithTime: 8_640_000_000_000_000 };
  const data = {
    task: { entities: { ...entities, odd } },
    taskRepeatCfg: { entities: Object.fromEntries(Object.entries(configs).map(([name, [config]]) => [name, config])) },
  };
  const file = readText('SUPER_PRODUCTIVITY', json({ data }));
  const tasks = tasksOf(file);
  expect(tasks.slice(0, -1).map(({ recurrence }) => recurrence === null)).toEqual(
    Object.values(configs).map(([, words]) => words !== null),
  );
  for (const [index, [, words]] of Object.values(configs).entries())
    expect(tasks[index]?.description).toMatch(words ?? /^$/);
  expect(tasks.at(-1)).toMatchObject({
    ...{ title: 'odd', scheduledOn: null, dueOn: null },
    description: 'dueDay: 2026-1-5\ndeadlineWithTime: 8640000000000000',
  });
  expect(file.warnings.filter(({ at }) => at === 'task odd')).toHaveLength(2);
});

test('what is in the trash, deleted, without a time or by days is named, and other files are refused', () => {
  const things = [
    { type: 'to-do', title: 'Gone', trashed: true },
    { type: 'project', title: 'Old', trashed: true, items: [{ type: 'to-do', title: 'Part' }] },
  ];
  const trash = readText('THINGS', json(things));
  expect([trash.records, trash.skipped.map(({ at }) => at)]).toEqual([
    [],
    ['items[0]', 'items[1]', 'items[1].items[0]'],
  ]);
  const deep = `${'[{"type":"area","items":'.repeat(900)}[]${'}]'.repeat(900)}`;
  expect(readText('THINGS', deep).skipped).toHaveLength(1);

  const items = [
    { id: 1, content: 'A', project_id: '220', duration: { amount: 2, unit: 'day' } },
    { id: 2, content: 'B', checked: true },
    { id: 3, content: 'C', is_deleted: 1 },
  ];
  const todoist = json({ items, projects: { 220: { id: '220', name: 'House' } } });
  const file = readText('TODOIST', Buffer.from(`\uFEFF${todoist}`, 'utf16le'));
  expect(tasksOf(file)).toMatchObject([
    { project: 'House', estimateMinutes: null, description: 'Duration: 2 day' },
    { status: 'DONE' },
  ]);
  expect([file.warnings.map(({ at }) => at), file.skipped.map(({ at }) => at)]).toEqual([['items[1]'], ['items[2]']]);

  const old = [{ id: 1, title: 'Space', lists: [{ id: 1, title: 'List', tasks: [{ id: 1, title: 'Old' }] }] }];
  expect(readText('VIKUNJA', json(old)).records).toMatchObject([{ at: '[0].lists[0].tasks[0]', project: 'List' }]);
  for (const format of ['TODOIST', 'VIKUNJA', 'THINGS'] as const)
    expect(() => readText(format, json({ foo: [1, 2] }))).toThrow('The file has no');
});
