import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agreed,
  type Base,
  decide,
  merge,
  withKept,
} from '../../../../src/domains/integrations/todo-items/todo-items.rules.ts';
import type { TodoFields } from '../../../../src/integrations/graph/todo.ts';
import { type SyncedTask, taskFrom, todoFrom } from '../../../../src/integrations/graph/todo-fields.ts';
import '../../../support/properties.ts';

const zone = 'Europe/Berlin';
const task = (more: Partial<SyncedTask> = {}): SyncedTask => ({
  ...{ title: 'Call', description: '', status: 'TODO', priority: 0, dueOn: null },
  ...more,
});
const item = (more: Partial<TodoFields> = {}): TodoFields => ({
  ...{ title: 'Call', body: { content: '', contentType: 'text' }, status: 'notStarted', importance: 'normal' },
  dueDateTime: null,
  ...more,
});

test('the table of statuses and priorities, in both ways', () => {
  const status = (value: string) => taskFrom(item({ status: value }), zone).status;
  expect(['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred', 'new'].map(status)).toEqual([
    'TODO',
    'IN_PROGRESS',
    'DONE',
    'IN_PROGRESS',
    'TODO',
    'TODO',
  ]);
  const statuses = ['TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
  expect(statuses.map((one) => todoFrom(task({ status: one })).status)).toEqual([
    'notStarted',
    'inProgress',
    'completed',
    'completed',
  ]);
  expect(['low', 'normal', 'high', 'new'].map((one) => taskFrom(item({ importance: one }), zone).priority)).toEqual([
    1, 0, 3, 0,
  ]);
  expect([0, 1, 2, 3, 4].map((one) => todoFrom(task({ priority: one })).importance)).toEqual([
    'normal',
    'low',
    'normal',
    'high',
    'high',
  ]);
});

test('what one side alone has changed is carried over, and what the other side cannot say stays', () => {
  const [ours, theirs] = [
    task({ priority: 4, status: 'CANCELLED' }),
    item({ importance: 'high', status: 'completed' }),
  ];
  const base = agreed({}, ours, theirs);
  const renamed = merge(base, ours, { ...theirs, title: 'Call Ada' }, zone);
  expect(renamed).toMatchObject({ pull: { title: 'Call Ada' }, push: [], conflicts: [] });
  expect(renamed.pull).not.toHaveProperty('status');
  const waiting = item({ status: 'waitingOnOthers' });
  const pulled = merge({}, task({ status: 'IN_PROGRESS' }), waiting, zone);
  expect(pulled).toMatchObject({ pull: {}, push: [], conflicts: [] });
  const due = merge(pulled.base, task({ status: 'IN_PROGRESS', dueOn: '2026-12-01' }), waiting, zone);
  expect(due.push).toEqual(['DUE_ON']);
});

test('both may change the same to what is the same for them', () => {
  const base = agreed({}, task(), item());
  expect(merge(base, task({ status: 'CANCELLED' }), item({ status: 'completed' }), zone)).toMatchObject({
    ...{ pull: {}, push: [], conflicts: [] },
    base: { STATUS: { ours: 'CANCELLED', theirs: 'completed' } },
  });
  const both = merge(base, task({ title: 'Ours' }), item({ title: 'Theirs', importance: 'high' }), zone);
  expect(both).toMatchObject({ pull: { priority: 3 }, push: [], conflicts: ['TITLE'] });
});

test('a conflict ends by taking what is there, or by having seen it', () => {
  const [ours, theirs] = [task({ title: 'Ours' }), item({ title: 'Theirs' })];
  const { base } = merge(agreed({}, task(), item()), ours, theirs, zone);
  expect(merge(withKept(base, theirs, ['TITLE']), ours, theirs, zone)).toMatchObject({
    push: ['TITLE'],
    conflicts: [],
  });
  const later = merge(withKept(base, theirs, ['TITLE']), ours, item({ title: 'Theirs again' }), zone);
  expect(later.conflicts).toEqual(['TITLE']);
});

test('what follows from deletions', () => {
  const base = agreed({}, task(), item());
  const ours = (isActive: boolean, more = {}, hasSubtasks = false) => ({ task: task(more), isActive, hasSubtasks });
  const kind = (...given: [Base, Parameters<typeof decide>[1], TodoFields | null, boolean]) => {
    const decision = decide(...given, zone);
    return decision.kind === 'CONFLICT' ? decision.conflict : decision.kind;
  };
  expect(kind(base, ours(true), null, true)).toBe('TRASH_HERE');
  expect(kind(base, ours(true, { title: 'Mine' }), null, true)).toBe('DELETED_THERE');
  expect(kind(base, ours(true, {}, true), null, true)).toBe('DELETED_THERE');
  expect(kind(base, ours(false), item(), true)).toBe('DELETE_THERE');
  expect(kind(base, ours(false), item({ title: 'Theirs' }), true)).toBe('DELETED_HERE');
  expect(kind(base, null, item(), true)).toBe('DELETE_THERE');
  expect(kind(base, null, item({ title: 'Theirs' }), true)).toBe('CREATE_HERE');
  expect(kind(base, ours(false), null, true)).toBe('REST');
  expect(kind(base, null, null, true)).toBe('FORGET');
  expect(kind({}, ours(false), item(), true)).toBe('RESTORE_HERE');
  expect(kind({}, ours(true), null, false)).toBe('CREATE_THERE');
  // The response to its creation was lost.
  expect(kind(base, ours(true, { title: 'Mine' }), null, false)).toBe('CREATE_THERE');
});

const anyTask = fc.record<SyncedTask>({
  title: fc.string({ minLength: 1, maxLength: 300 }).map((text) => text.replaceAll(/\p{Cc}/gu, '').trim() || 'x'),
  description: fc.string({ maxLength: 60 }),
  status: fc.constantFrom('TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
  priority: fc.integer({ min: 0, max: 4 }),
  dueOn: fc.constantFrom(null, '2026-11-27', '2026-12-31'),
});
const anyItem = fc.record<TodoFields>({
  title: fc.string({ maxLength: 300 }),
  body: fc.record({ content: fc.string({ maxLength: 60 }), contentType: fc.constantFrom('text', 'html') }),
  status: fc.constantFrom('notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred', 'unknown'),
  importance: fc.constantFrom('low', 'normal', 'high'),
  dueDateTime: fc.constantFrom(null, { dateTime: '2026-11-26T23:00:00.0000000', timeZone: 'UTC' }),
});

test('whatever both sides are: what is carried over settles it, and nothing is carried over twice', () => {
  fc.assert(
    fc.property(anyTask, anyItem, anyTask, anyItem, (was, wasThere, ours, theirs) => {
      const base = agreed({}, was, wasThere);
      const first = merge(base, ours, theirs, zone);
      const here = { ...ours, ...first.pull };
      const there = { ...theirs, ...todoFrom(here, first.push) };
      const pushed = agreed(first.base, here, there, first.push);
      const second = merge(pushed, here, there, zone);
      expect(second).toMatchObject({ pull: {}, push: [], conflicts: first.conflicts });
      // Neither side loses what it alone has changed, and a conflict leaves both as they are.
      for (const field of first.conflicts) expect(second.base[field]).toEqual(base[field]);
    }),
  );
});

test('without a change nothing is carried over, however different both are', () => {
  fc.assert(
    fc.property(anyTask, anyItem, (ours, theirs) => {
      const { pull, push, conflicts } = merge(agreed({}, ours, theirs), ours, theirs, zone);
      expect([pull, push, conflicts]).toEqual([{}, [], []]);
    }),
  );
});
