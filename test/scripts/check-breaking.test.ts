import { expect, test } from 'vitest';
import { announcedIn, breakingChanges } from '../../scripts/breaking-changes.ts';

/* `npm run check:breaking`: nothing that a client may depend on goes silently. */

const released = `
  directive @note(text: String, by: String) repeatable on FIELD_DEFINITION | OBJECT
  directive @gone on OBJECT
  interface Named { name: String! }
  type Task implements Named { name: String! dueOn: String done: Boolean! }
  type Project { name: String! }
  type Note { text: String! }
  union Result = Task | Project
  enum Status { OPEN DONE }
  input TaskFilter { name: String text: String }
  type Query { tasks(first: Int, status: Status, filter: TaskFilter): [Task!]! note: Note result: Result named: Named }
`;

const coordinatesOf = (current: string) => breakingChanges(released, current).map(({ coordinate }) => coordinate);
const replaced = (...changes: [from: string, to: string][]) =>
  changes.reduce((sdl, [from, to]) => {
    expect(sdl).toContain(from);
    return sdl.replace(from, to);
  }, released);

test.each<[name: string, coordinate: string, from: string, to: string]>([
  ['a removed field', 'Task.dueOn', 'dueOn: String', ''],
  ['a field of another type', 'Task.dueOn', 'dueOn: String', 'dueOn: Int'],
  ['a field that can now be null', 'Task.done', 'done: Boolean!', 'done: Boolean'],
  ['a removed argument', 'Query.tasks(first:)', 'first: Int, ', ''],
  ['an argument that is now required', 'Query.tasks(first:)', 'first: Int', 'first: Int!'],
  ['a new required argument', 'Query.tasks(after:)', 'first: Int', 'first: Int, after: String!'],
  ['a removed input field', 'TaskFilter.text', ' text: String }', ' }'],
  ['an input field of another type', 'TaskFilter.text', ' text: String }', ' text: Int }'],
  ['a new required input field', 'TaskFilter.id', 'name: String text', 'name: String id: ID! text'],
  ['a removed enum value', 'Status.DONE', 'OPEN DONE', 'OPEN'],
  ['a type that left its union', 'Result', 'Task | Project', 'Task'],
  ['a type that left its interface', 'Task', 'Task implements Named', 'Task'],
  ['a type of another kind', 'Named', 'interface Named', 'type Named'],
  ['a removed directive', '@gone', 'directive @gone on OBJECT', ''],
  ['a removed argument of a directive', '@note(by:)', ', by: String', ''],
  ['a new required argument of a directive', '@note(on:)', ', by: String', ', by: String, on: String!'],
  ['a directive that is no longer repeatable', '@note', ' repeatable', ''],
  ['a directive that left a location', '@note', ' | OBJECT', ''],
])('%s is found by its coordinate', (_name, coordinate, from, to) => {
  expect(coordinatesOf(replaced([from, to]))).toContain(coordinate);
});

test('a removed type is found, and so is each field that had it', () => {
  const current = replaced(['type Note { text: String! }', ''], ['note: Note', '']);
  expect(coordinatesOf(current)).toEqual(['Note', 'Query.note']);
});

test('a scalar of GraphQL that is no longer used is found', () => {
  expect(coordinatesOf(replaced(['first: Int', 'first: String']))).toContain('Int');
});

test('additions and deprecations break nothing', () => {
  const current = replaced(
    ['dueOn: String', 'dueOn: String @deprecated(reason: "Use dueAt.") dueAt: String'],
    ['first: Int', 'first: Int = 25, after: String'],
    ['OPEN DONE', 'OPEN DONE LATER'],
    ['Task | Project', 'Task | Project | Note'],
    ['name: String text', 'name: String id: ID text'],
  );
  expect(breakingChanges(released, current)).toEqual([]);
});

test('the changelog announces what its section "Unreleased" names between backticks', () => {
  const changelog = `# Changelog

\`Task.before\` is not in a section.

## Unreleased

- \`Task.deadline\` is \`Task.dueOn\`; Task.prose stays prose.
- \`Query.tasks(first:)\` is gone.

### Fixed

- \`@gone\` too.

## 0.2.0

- \`Task.earlier\` was removed.
`;
  expect([...announcedIn(changelog)]).toEqual(['Task.deadline', 'Task.dueOn', 'Query.tasks(first:)', '@gone']);
  expect([...announcedIn(changelog.slice(0, changelog.indexOf('## 0.2.0')))]).toHaveLength(4);
  expect([...announcedIn(changelog.replace('## Unreleased', '## 0.3.0'))]).toEqual([]);
});
