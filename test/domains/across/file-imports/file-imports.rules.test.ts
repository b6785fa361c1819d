import { expect, test } from 'vitest';
import { idsOf, planRecords } from '../../../../src/domains/across/file-imports/file-imports.rules.ts';
import type { ImportedRecord, ImportedTask } from '../../../../src/integrations/imports/imported.ts';
import { runToEnd } from '../../../support/turns.ts';

const idOf = idsOf('01a21f5a-e6de-701d-a9e5-6236eb63e7bd', 'TODOIST');

const task = (key: string, parentKey: string | null = null, more: Partial<ImportedTask> = {}): ImportedTask => ({
  ...{ kind: 'TASK', at: `line ${key}`, key, title: key, parentKey },
  ...more,
});

const steps = (records: readonly ImportedRecord[], faultOf: (record: ImportedRecord) => string | null = () => null) =>
  planRecords(
    { records },
    ({ kind, key }) => idOf(kind, key),
    (record) => {
      const reason = faultOf(record);
      return reason === null ? null : { reason, without: null };
    },
  );
const plan = (...given: Parameters<typeof steps>) => runToEnd(steps(...given)).result;

const parents = ({ records }: ReturnType<typeof plan>) =>
  (records as readonly ImportedTask[]).map(({ key, parentKey }) => [key, parentKey]);

test('parents come before their parts, and a missing parent or a circle costs no task', () => {
  const planned = plan([task('3', '2'), task('2', '1'), task('1'), task('4', 'x'), task('5', '6'), task('6', '5')]);
  expect(parents(planned)).toEqual([
    ['1', null],
    ['2', '1'],
    ['3', '2'],
    ['4', null],
    ['6', null],
    ['5', '6'],
  ]);
  expect(planned.warnings.map(({ at }) => at)).toEqual(['line 4', 'line 6']);
  expect(planned.skipped).toEqual([]);
});

test('what is more than ten levels deep has no parent, and a deep file is no deep recursion', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => task(String(index), index > 0 ? String(index - 1) : null));
  const planned = plan(chain.toReversed());
  const roots = parents(planned).filter(([, parent]) => parent === null);
  expect(roots.slice(0, 3).map(([key]) => key)).toEqual(['0', '10', '20']);
  expect(planned.warnings).toHaveLength(1_999);
});

test('parts of a task that is left out stay, without it', () => {
  const planned = plan([task('1'), task('2', '1')], ({ key }) => (key === '1' ? 'Why.' : null));
  expect(parents(planned)).toEqual([['2', null]]);
  expect(planned.skipped).toEqual([{ at: 'line 1', reason: 'Why.' }]);
});

test('a text that is too long is shortened, and that is said; nothing is torn', () => {
  const title = `${'a'.repeat(298)}👩‍👩‍👧 end`;
  const { records, warnings } = plan([
    task('1', null, { title, description: 'd'.repeat(20_001), labels: ['A', 'a', ' ', 'b'.repeat(80)] }),
  ]);
  const [first] = records as readonly ImportedTask[];
  expect(first?.title).toBe(`${'a'.repeat(298)}…`);
  expect(first?.description?.startsWith(`${title}\n\nddd`)).toBe(true);
  expect(first?.description).toHaveLength(20_000);
  expect(first?.labels).toEqual(['a', 'b'.repeat(60)]);
  expect(warnings.map(({ reason }) => reason)).toEqual([
    'The title has 310 characters: it is shortened, and stands in full in description.',
    'The description has 20,313 characters: the first 20,000 are kept.',
    'The name of a label is shortened.',
  ]);
});

test('a record that stands twice is taken once, and the ids of others are their own', () => {
  const planned = plan([task('1'), { ...task('1'), at: 'line 9' }]);
  expect(planned.skipped).toEqual([{ at: 'line 9', reason: 'It is the same as that of line 1.' }]);
  expect(idsOf('00000000-e6de-701d-a9e5-6236eb63e7bd', 'TODOIST')('TASK', '1')).not.toBe(idOf('TASK', '1'));
});

test('others take turns while many records are planned', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => task(String(index)));
  expect(runToEnd(steps(many)).turns).toBe(1_000);
});
