import { Prisma } from '../../src/generated/sqlite/client.ts';
import type { SignedInPerson, TestApp } from '../support/app.ts';

/** The global ids of somebody's rows, by type; the first of each is one in use. */
export type Rows = Record<string, string[]>;

/** What every text of a person's rows has in it, so that it is known wherever it shows up. */
export const markOf = (person: SignedInPerson) => `Mark-${person.id.slice(-12)}`;

/** Gives somebody rows of every type that has ids, joined in every way there is, in use and in the trash. */
export async function populate(app: TestApp, person: SignedInPerson): Promise<Rows> {
  const mark = markOf(person);
  const make = async (mutation: string, input: object, fields = 'id') => {
    const row = await person.mutate(mutation, input, fields);
    if (row.__typename.endsWith('Error')) throw new Error(`${mutation} was refused: ${JSON.stringify(row)}`);
    return row;
  };
  const id = async (mutation: string, input: object): Promise<string> => (await make(mutation, input)).id;

  const label = await id('createLabel', { name: `${mark} label` });
  const goneLabel = await id('createLabel', { name: `${mark} trashed` });
  const both = [label, goneLabel];
  const parentId = await id('createTask', { title: `${mark} parent`, labelIds: both, scheduledOn: 'TODAY' });
  const task = await id('createTask', {
    title: `${mark} child`,
    description: mark,
    parentId,
    labelIds: [label],
    deadline: '-P1D',
    estimateMinutes: 30,
  });
  const done = await id('createTask', { title: `${mark} done`, parentId, scheduledOn: 'TODAY' });
  await make('completeTask', { id: done });
  const goneTask = await id('createTask', { title: `${mark} gone`, parentId: task, labelIds: [label] });

  const entry = await id('createEnergyEntry', { energy: 4, mood: 3, note: mark, taskId: task, labelIds: both });
  const goneEntry = await id('createEnergyEntry', { energy: 1, note: mark, taskId: goneTask, labelIds: [label] });
  await make('trashEnergyEntry', { id: goneEntry });
  await make('trashLabel', { id: goneLabel });

  const focus = await id('setDailyFocus', { intention: mark, taskIds: [task, parentId, goneTask] });
  await make('trashTask', { id: goneTask });
  const pulse = await id('recordEngagement', { score: 4, note: mark });
  const { email, password } = person;
  const token = await make('createAccessToken', { name: `${mark} token`, scopes: ['READ'] }, 'accessToken { id }');
  await app.as({ 'user-agent': mark }).mutate('signIn', { email, password }, 'accessToken');
  const { sessions } = await person.query('{ sessions { id isCurrent } }');
  // The one they ask in comes last: a test that ends the first can still ask.
  sessions.sort((a: { isCurrent: boolean }, b: { isCurrent: boolean }) => Number(a.isCurrent) - Number(b.isCurrent));
  return {
    Account: [person.id],
    Session: sessions.map((session: { id: string }) => session.id),
    AccessToken: [token.accessToken.id],
    Label: both,
    Task: [task, parentId, done, goneTask],
    EnergyEntry: [entry, goneEntry],
    DailyFocus: [focus],
    EngagementPulse: [pulse],
  };
}

/** Finds the first of somebody's rows of a type. */
export const ownIn = (rows: Rows) => (type: string) => {
  const [first] = rows[type] ?? [];
  if (first === undefined) throw new Error(`There is no ${type} of one's own.`);
  return first;
};

type Table = { findMany(): Promise<object[]> };

/** Everything that is stored, in a text: two are equal when nothing was changed between them. */
export async function dump(app: TestApp): Promise<string> {
  const reads = app.db.reads as unknown as Record<string, Table>;
  const tables = Object.values(Prisma.ModelName).map(async (model) => {
    const table = reads[model.charAt(0).toLowerCase() + model.slice(1)] as Table;
    const rows = (await table.findMany()).map((row) => JSON.stringify(row)).sort();
    return [`${model}: ${rows.length}`, ...rows].join('\n');
  });
  return (await Promise.all(tables)).join('\n');
}
