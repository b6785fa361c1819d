import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readText } from '../../support/imports.ts';

/* People, meetings, moods and applications, by program. */

test('Outlook: a calendar with whole days, attendees without the owner, and times of twelve hours', () => {
  const text = `Subject,Start Date,Start Time,End Date,End Time,All day event,Meeting Organizer,Required Attendees,Location,Description,Show time as
Review,11/3/2026,9:00:00 AM,11/3/2026,10:00:00 AM,False,Ada <ada@example.org>,"Mara Lindqvist <mara@example.org>;Tom",Room 1,"Line one
line two",2
Trip,11/15/2026,12:00:00 AM,11/17/2026,12:00:00 AM,True,,,,,3
Backwards,11/3/2026,9:00:00 AM,11/3/2026,8:00:00 AM,False,,,,,2
`;
  const file = readText('OUTLOOK', text);
  expect(file.records).toMatchObject([
    {
      ...{ title: 'Review', startsAt: '2026-11-03T08:00:00.000Z', endsAt: '2026-11-03T09:00:00.000Z', isFree: false },
      attendees: [{ name: 'Mara Lindqvist', email: 'mara@example.org' }, { name: 'Tom' }],
      description: 'Line one\nline two',
    },
    { title: 'Trip', startsOn: '2026-11-15', endsOn: '2026-11-16', isFree: true },
  ]);
  expect(file.skipped).toEqual([{ at: 'line 5', reason: 'It ends before it starts.' }]);
});

test('Outlook: of times that clocks show twice the first counts, and no meeting ends before its start for it', () => {
  const text = `Subject,Start Date,Start Time,End Date,End Time
Within,25.10.2026,02:15,25.10.2026,02:45
Across,25.10.2026,02:45,25.10.2026,02:15
After,25.10.2026,02:45,25.10.2026,03:15
Before,25.10.2026,01:45,25.10.2026,02:15
Backwards,25.10.2026,03:15,25.10.2026,02:45
Skipped,29.03.2026,02:45,29.03.2026,03:15
`;
  const { records, skipped } = readText('OUTLOOK', text);
  expect(records).toMatchObject([
    { startsAt: '2026-10-25T00:15:00.000Z', endsAt: '2026-10-25T00:45:00.000Z' },
    { startsAt: '2026-10-25T00:45:00.000Z', endsAt: '2026-10-25T01:15:00.000Z' },
    { startsAt: '2026-10-25T00:45:00.000Z', endsAt: '2026-10-25T02:15:00.000Z' },
    { startsAt: '2026-10-24T23:45:00.000Z', endsAt: '2026-10-25T00:15:00.000Z' },
    { startsAt: '2026-03-29T01:45:00.000Z', endsAt: '2026-03-29T02:15:00.000Z' },
  ]);
  expect(skipped).toEqual([{ at: 'line 6', reason: 'It ends before it starts.' }]);
});

test('Outlook: tasks with their days, and contacts but the owner', () => {
  const tasks =
    'Betreff;Beginnt am;Fällig am;Erledigt am;% Erledigt;Priorität;Kategorien\n' +
    'Bericht;1.11.2026;14.11.2026;12.11.2026;100;Hoch;Büro;\nPlan;;;;0,5;Niedrig;\n';
  expect(readText('OUTLOOK', Buffer.from(tasks, 'latin1')).records).toMatchObject([
    { status: 'DONE', completedAt: '2026-11-12T11:00:00.000Z', dueOn: '2026-11-14', priority: 3, labels: ['Büro'] },
    { status: 'IN_PROGRESS', priority: 1, dueOn: null },
  ]);
  const states =
    'Subject,Due Date,% Complete,Status,Total Work\nA,,,Completed,\nB,,0,Deferred,2 hours\nC,,0,In Progress,30\nD,,0,Not Started,0\n';
  expect(readText('OUTLOOK', states).records).toMatchObject([
    { status: 'DONE' },
    { status: 'TODO', description: 'Status: Deferred\n\nTotal work: 2 hours' },
    { status: 'IN_PROGRESS', description: '', estimateMinutes: 30 },
    { status: 'TODO', description: '' },
  ]);
  const contacts =
    'First Name,Last Name,Company,E-mail Address\nMara,Lindqvist,Nordwind,Mara@Example.org\nAda,L,,ADA@example.org\n,,,\n';
  const file = readText('OUTLOOK', contacts);
  expect(file.records).toMatchObject([{ name: 'Mara Lindqvist', company: 'Nordwind', emails: ['mara@example.org'] }]);
  expect(file.skipped).toEqual([{ at: 'line 3', reason: 'It is your own address.' }]);
});

test('LinkedIn: connections after their notes, applications, and courses of an archive', () => {
  const connections =
    'Notes:\n"When exporting your connection data, you may notice that some, not all, emails are missing."\n\n' +
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
    'Mara,Lindqvist,https://www.linkedin.com/in/mara,,Nordwind,Manager,03 Nov 2026\nAda,L,,ada@example.org,,,01 Nov 2026\n';
  const applications =
    'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n' +
    '"11/3/26, 10:12 AM",ada@example.org,555,Nordwind,Engineer,www.linkedin.com/jobs/1,cv.pdf,"Salary: 1"\n';
  const archive = zipSync({
    'Connections.csv': Buffer.from(connections),
    'Jobs/Job Applications.csv': Buffer.from(applications),
    'messages.csv': Buffer.from('CONTENT\nsecret'),
    'Learning.csv': Buffer.from(
      'Content Title,Content Type,Content Last Watched Date (if viewed)\nGo,Course,2026-10-01 08:30 UTC\n',
    ),
  });
  const file = readText('LINKEDIN', archive);
  expect(file.records).toMatchObject([
    {
      kind: 'PERSON',
      name: 'Mara Lindqvist',
      emails: [],
      notes: expect.stringContaining('Connected on LinkedIn: 2026-11-03'),
    },
    {
      ...{ kind: 'JOB_APPLICATION', stage: 'APPLIED', enteredAt: '2026-11-03T09:12:00.000Z', notes: 'CV: cv.pdf' },
      url: 'https://www.linkedin.com/jobs/1',
    },
    { kind: 'LEARNING', title: 'Go', sourceKind: 'COURSE', learnedOn: '2026-10-01' },
  ]);
  expect(file.skipped).toEqual([{ at: 'Connections.csv, line 6', reason: 'It is your own address.' }]);
  expect(JSON.stringify(file)).not.toMatch(/555|Salary: 1|secret/);
});

test('Exist: ratings on the stated scale, notes and tags of a day', () => {
  const attributes = [
    {
      name: 'mood',
      label: 'Mood',
      values: [
        { date: '2026-11-05', value: 7 },
        { date: '2026-11-04', value: 11 },
        { date: '2026-11-03', value: null },
      ],
    },
    {
      name: 'mood_note',
      label: 'Note',
      values: [
        { date: '2026-11-05', value: 'Calm' },
        { date: '2026-11-02', value: 'No rating' },
      ],
    },
    {
      name: 'reading',
      label: 'Reading',
      values: [
        { date: '2026-11-05', value: 1 },
        { date: '2026-11-04', value: 0 },
      ],
    },
    { name: 'steps', label: 'Steps', values: [{ date: '2026-11-05', value: 9000 }] },
  ];
  const file = readText('EXIST', JSON.stringify(attributes));
  expect(file.records).toMatchObject([
    { mood: 4, notes: 'Calm', labels: ['Reading'], moment: '2026-11-05T20:00:00.000Z' },
  ]);
  expect(file.skipped).toEqual([
    { at: '2026-11-02', reason: 'The day has notes or tags, but no rating.' },
    { at: '2026-11-04', reason: 'The mood is not from 1 to 9.' },
  ]);
  expect(file.mapping).toContainEqual({ from: 'steps', to: 'not imported' });
  const archive = zipSync({
    'mood.json': Buffer.from('[{"date": "2026-11-05", "value": 9}]'),
    'custom/tea.json': Buffer.from('[{"date": "2026-11-05", "value": 1}]'),
    'insights.json': Buffer.from('[{"date": "2026-11-05", "text": "Well"}]'),
  });
  expect(readText('EXIST', archive).records).toMatchObject([{ mood: 5, labels: ['tea'] }]);
  const old = JSON.stringify([{ date: '2026-11-05', value: 5 }]);
  expect(readText('EXIST', old, { fileName: 'mood.json' }).warnings).toHaveLength(1);
  expect(readText('EXIST', old, { fileName: 'mood.json', values: { scale: { mood: '1-5' } } }).records).toMatchObject([
    { mood: 5 },
  ]);
});

test('Daylio: notes with markup, times of twelve hours, rows without a year, and two entries at once', () => {
  const text =
    'year,date,weekday,time,mood,activities,note\n2026,November 5,Thursday,9:05\u202fPM,rad,a | b,x &amp; <b>y</b><br>z\n2026,November 5,Thursday,9:05\u202fPM,bad,,\n2026,,Thursday,9:05,bad,,\n';
  const file = readText('DAYLIO', text);
  expect(file.records).toMatchObject([
    { mood: 5, moment: '2026-11-05T20:05:00.000Z', notes: 'x & y\nz', labels: ['a', 'b'] },
    { mood: 2, moment: '2026-11-05T20:05:00.000Z' },
  ]);
  expect(new Set(file.records.map(({ key }) => key)).size).toBe(2);
  expect(file.skipped.map(({ at }) => at)).toEqual(['line 4']);
});

test('web addresses without a scheme are completed, and lose what signs in', () => {
  const text =
    'Job Title,Company,URL\nA,B,jobs.example/7\nA,C,https://me:hunter2@jobs.example/7\nA,D,javascript:alert(1)\nA,E,see mail\n';
  const file = readText('HUNTR', text);
  expect(file.records.map((record) => 'url' in record && record.url)).toEqual([
    'https://jobs.example/7',
    'https://jobs.example/7',
    null,
    null,
  ]);
  expect(JSON.stringify(file)).not.toContain('hunter2');
  expect(file.warnings).toHaveLength(3);
});

test('a mapping reads scales, choices and ids of its own, and says what is wrong with itself', () => {
  const csvMapping = {
    ...{
      kind: 'task',
      id: 'Nr',
      columns: { title: 'Was', status: 'Stand', dueOn: 'Bis', parentId: 'Teil von', priority: 'Prio' },
    },
    values: { status: { offen: 'TODO', erledigt: 'DONE' }, priority: { A: 'URGENT' } },
  };
  const options = { csvMapping, values: csvMapping.values };
  const text =
    'Nr;Was;Stand;Bis;Teil von;Prio\n2;Teil;offen;31.12.2026;1;A\n1;Ganz;erledigt;;;\n1;Doppelt;offen;;;\n3;;offen;;;\n4;Neu;später;;;\n';
  const file = readText('CSV', text, options);
  expect(file.records).toMatchObject([
    { key: 'id:2', parentKey: 'id:1', dueOn: '2026-12-31', priority: 4 },
    { key: 'id:1', status: 'DONE' },
  ]);
  expect(file.skipped.map(({ reason }) => reason)).toEqual([
    'Its id is that of another row before it.',
    'It has no title.',
    'The status "später" is not mapped. Map it to one of TODO, IN_PROGRESS, DONE, CANCELLED.',
  ]);
  const ratings = { kind: 'energy', columns: { moment: 'at', energy: 'e' }, scale: '0-10' };
  expect(readText('CSV', 'at,e\n2026-11-05,7\n2026-11-06,11\n', { csvMapping: ratings }).records).toMatchObject([
    { energy: 4, moment: '2026-11-05T11:00:00.000Z' },
  ]);
  for (const [wrong, message] of [
    [{ kind: 'task', columns: {} }, 'must name the column of title'],
    [{ kind: 'task', columns: { titel: 'x' } }, 'has the field "titel"'],
    [{ kind: 'task', colums: {} }, 'has "colums", which is not known'],
    [{ ...ratings, scale: '10-1' }, 'must have a scale'],
  ] as const) {
    expect(() => readText('CSV', text, { csvMapping: wrong })).toThrow(message);
  }
});

test('a mapped completion makes a task done, and columns that differ by a sign are told apart', () => {
  const done = readText('CSV', 'Was,Wann\nA,14.03.2026\nB,\n', {
    csvMapping: { kind: 'task', columns: { title: 'Was', completedAt: 'Wann' } },
  });
  expect(done.records).toMatchObject([{ status: 'DONE', completedAt: '2026-03-14T11:00:00.000Z' }, { status: 'TODO' }]);
  const signs = { csvMapping: { kind: 'learning', columns: { title: 'C++', notes: '€' } } };
  expect(readText('CSV', 'C#,C++,#,€\n1,2,3,4\n', signs).records).toMatchObject([{ title: '2', notes: '4' }]);
  expect(() => readText('CSV', 'C#,€\n1,2\n', signs)).toThrow('no line with the column names C++');
});

test('LinkedIn: files of one name are told apart, and N/A is nothing', () => {
  const person = Buffer.from('First Name,Last Name,URL\nAnn,Bee,https://www.linkedin.com/in/ann\n');
  const course = 'Content Title,Content Completed At,Notes taken on videos\nGo,2026-10-01 08:30 UTC,N/A\n';
  const archive = zipSync({
    'Basic/Connections.csv': person,
    'Complete/Connections.csv': person,
    'Learning.csv': Buffer.from(course),
  });
  expect(readText('LINKEDIN', archive).records).toMatchObject([
    { at: 'Basic/Connections.csv, line 2' },
    { at: 'Complete/Connections.csv, line 2' },
    { title: 'Go', notes: '' },
  ]);
});

test('Obsidian: notes of a vault are told apart by name and folder, and by their tag if any has it', () => {
  const note = Buffer.from('#flashcards\nWhat?::That\n');
  const vault = zipSync({
    ...{ 'a/README.md': note, 'b/README.md': note, 'Part (1).md': note, 'Part (2).md': note },
    'Tagged.md': Buffer.from('---\ntags:\n  - flashcards/go\n---\nHow?::So\n'),
    'Prose.md': Buffer.from('due:: 2026-01-01\n'),
  });
  const file = readText('OBSIDIAN', vault);
  expect(file.records.map((record) => 'deck' in record && record.deck)).toEqual([
    ...['Part (1)', 'Part (2)', 'Tagged', 'a/README', 'b/README'],
  ]);
  expect(file.warnings.map(({ at }) => at)).toEqual(['Prose.md']);
});

const fields = Buffer.from('due:: 2026-01-01\nstatus:: open\n\n==not a card==\n');

test('Obsidian: without a tag there are no cards, which is said, and all notes are read only if that is asked for', () => {
  const vault = zipSync({
    'a/Book.md': fields,
    'Code.md': Buffer.from('```\n#flashcards\n```\n`#flashcards`\nx::y\n'),
  });
  const none = readText('OBSIDIAN', vault);
  expect([none.readCount, none.records]).toEqual([0, []]);
  expect(none.warnings).toEqual([
    { at: 'file', reason: expect.stringMatching(/^No note has the tag #flashcards, .* 3 cards .*--all-notes/) },
  ]);
  const all = readText('OBSIDIAN', vault, { allNotes: true });
  expect([all.readCount, all.warnings]).toEqual([3, []]);
  expect(readText('OBSIDIAN', fields).warnings).toHaveLength(1);
  expect(readText('OBSIDIAN', Buffer.from('#flashcardsOld\na::b\n')).records).toEqual([]);
});

test('Obsidian: which notes have cards is as the settings of the plugin in the vault say', () => {
  const settings = (own: object) => ({
    '.obsidian/plugins/obsidian-spaced-repetition/data.json': Buffer.from(JSON.stringify({ settings: own })),
  });
  const notes = {
    'German.md': Buffer.from('Hund::dog\n#vokabeln/tiere\n'),
    'Usual.md': Buffer.from('#flashcards\na::b\n'),
    'a/Book.md': fields,
  };
  const titlesOf = (own: object) =>
    readText('OBSIDIAN', zipSync({ ...notes, ...settings(own) })).records.map((one) => 'deck' in one && one.deck);
  expect(titlesOf({ flashcardTags: ['#vokabeln'] })).toEqual(['German']);
  expect(titlesOf({ flashcardTags: [], convertFoldersToDecks: true })).toEqual(['Book', 'Book', 'Book']);
  expect(titlesOf({ convertFoldersToDecks: true, convertHighlightsToClozes: false })).toEqual(['Book', 'Book']);
  expect(titlesOf({})).toEqual(['Usual']);
});

test('texts keep words in angle brackets, and what could not be decoded is named', () => {
  const daylio =
    'full_date,mood,date,note\n2026-11-05,good,x,TDD <your feature> went <b>fine</b>\n2026-11-06,good,x,<me>\n';
  expect(readText('DAYLIO', daylio).records).toMatchObject([
    { notes: 'TDD <your feature> went fine' },
    { notes: '<me>' },
  ]);
  const bytes = Buffer.concat([Buffer.from(`${daylio}2026-11-07,good,x,${'ä'.repeat(20)}caf`), Buffer.from([0xe9])]);
  expect(readText('DAYLIO', bytes).warnings.map(({ at }) => at)).toEqual(['line 4']);
});

/** The columns of what Outlook for Windows exports in French: a day and its time have one name. */
const french = [
  'Objet,Début,Début,Fin,Fin,Journée entière,Rappel actif/inactif,Date de rappel,Heure du rappel',
  "Organisateur d'une réunion,Participants obligatoires,Participants facultatifs,Ressources de la réunion",
  'Afficher la disponibilité,Catégories,Critère de diffusion,Description,Emplacement,Informations facturation,Kilométrage,Priorité,Privé',
].join(',');
const german = [
  'Betreff;Beginnt am;Beginnt um;Endet am;Endet um;Ganztägiges Ereignis;Erinnerung Ein/Aus;Erinnerung am;Erinnerung um',
  'Besprechungsplanung;Erforderliche Teilnehmer;Optionale Teilnehmer;Besprechungsressourcen;Abrechnungsinformationen',
  'Beschreibung;Kategorien;Ort;Priorität;Privat;Reisekilometer;Vertraulichkeit;Zeitspanne zeigen als',
].join(';');

test('Outlook: calendars have the columns of their language, in French two with one name', () => {
  const quoted = french
    .split(',')
    .map((name) => `"${name}"`)
    .join(',');
  const rows = [
    '"Réunion","16/11/2026","18:00:00","16/11/2026","19:00:00","Faux","Vrai","16/11/2026","17:45:00","Mara Lind","Tom Fox",,,"2","Équipe;Projet","Normale","À lire","Salle 4",,,"Normale","Faux"',
    '"Congé","20/11/2026","00:00:00","21/11/2026","00:00:00","Vrai","Faux",,,,,,,"3",,"Normale",,,,,"Normale","Faux"',
  ];
  const file = readText('OUTLOOK', Buffer.from([quoted, ...rows].join('\r\n'), 'latin1'));
  expect(file.records).toMatchObject([
    {
      ...{
        title: 'Réunion',
        startsAt: '2026-11-16T17:00:00.000Z',
        endsAt: '2026-11-16T18:00:00.000Z',
        place: 'Salle 4',
      },
      ...{ labels: ['Équipe', 'Projet'], description: 'À lire', isFree: false },
      attendees: [{ name: 'Mara Lind' }, { name: 'Tom Fox' }],
    },
    { title: 'Congé', startsOn: '2026-11-20', endsOn: '2026-11-20', isFree: true },
  ]);
  const row =
    'Planung;16.11.2026;09:00:00;16.11.2026;10:30:00;Aus;Aus;;;Mara Lind;;;;;Text;Team;Raum 4;Normal;Aus;;Normal;3';
  expect(readText('OUTLOOK', `${german}\n${row}\n`).records).toMatchObject([
    { title: 'Planung', startsAt: '2026-11-16T08:00:00.000Z', place: 'Raum 4', labels: ['Team'], isFree: true },
  ]);
});

test('Outlook: contacts in French and tasks in English have all columns of an export', () => {
  const contacts =
    'Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Adresse de messagerie,Adresse de messagerie 2,Notes\n';
  expect(
    readText('OUTLOOK', `${contacts}Chef,Ann,B.,Cee,,Nord,ann@nord.example,b@nord.example,Bonjour\n`).records,
  ).toMatchObject([
    { name: 'Ann B. Cee', company: 'Nord', emails: ['ann@nord.example', 'b@nord.example'], notes: 'Chef\n\nBonjour' },
  ]);
  const tasks =
    '"Subject","Start Date","Due Date","Reminder On/Off","Reminder Date","Reminder Time","Date Completed","% Complete","Total Work","Actual Work","Billing Information","Categories","Companies","Contacts","Mileage","Notes","Priority","Private","Role","Schedule+ Priority","Sensitivity","Status"\n' +
    '"Plan","11/16/2026","11/20/2026","False",,,"11/18/2026","1","60",,,"Team",,,,"Text","High","False",,,"Normal","Completed"\n';
  expect(readText('OUTLOOK', tasks).records).toMatchObject([
    {
      title: 'Plan',
      status: 'DONE',
      dueOn: '2026-11-20',
      priority: 3,
      estimateMinutes: 60,
      completedAt: '2026-11-18T11:00:00.000Z',
    },
  ]);
});

test('Exist: an archive has a file for each attribute and year, and others that are no values', () => {
  const values = (...all: [string, unknown][]) =>
    Buffer.from(JSON.stringify(all.map(([date, value]) => ({ date, value }))));
  const archive = zipSync({
    'data_mood_2025.json': values(['2025-12-31', 9], ['2025-12-30', null]),
    'data_mood_2026.json': values(['2026-01-01', 5]),
    'data_mood_note_2026.json': values(['2026-01-01', 'Calm']),
    'data_tea_2025.json': values(['2025-12-31', 0]),
    'data_tea_2026.json': values(['2026-01-01', 1]),
    'data_steps_2026.json': values(['2026-01-01', 0]),
    'data_steps_2025.json': values(['2025-12-31', 9_000]),
    'averages_2026.json': Buffer.from('[{"date": "2026-01-01", "value": 3, "attribute": "mood"}]'),
    'correlations.json': Buffer.from('[{"date": "2026-01-01", "value": 0.4}]'),
  });
  const file = readText('EXIST', archive);
  expect(file.records).toMatchObject([
    { mood: 5, labels: [], moment: '2025-12-31T20:00:00.000Z' },
    { mood: 3, labels: ['tea'], notes: 'Calm' },
  ]);
  expect([file.skipped, file.warnings]).toEqual([[], []]);
  expect(file.mapping).toContainEqual({ from: 'steps', to: 'not imported' });
});
