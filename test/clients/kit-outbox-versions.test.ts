import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyOutbox } from '../../clients/kit/outbox.ts';
import {
  type BatchItem,
  type Edit,
  type OutboxState,
  putBack,
  settleBatch,
  startBatch,
} from '../../clients/kit/outbox-state.ts';

const nodeId = 'Task:1';

/** A server with one node, which knows who has made each of its versions: an edit, or another device. */
function createServer() {
  let history: string[] = ['created elsewhere'];
  return {
    history: () => history,
    change: (author: string) => {
      history = [...history, author];
    },
    /** Does a batch as a whole, or nothing of it. */
    run(state: OutboxState): BatchItem[] {
      const { editIds = [], body = '' } = state.batch ?? {};
      const { operations } = (JSON.parse(body) as { variables: { input: { operations: Operation[] } } }).variables
        .input;
      const before = history;
      for (const [index, operation] of operations.entries()) {
        const { ifVersion, isWrong } = operation.updateTask;
        const version = history.length;
        const isConflict = ifVersion !== undefined && ifVersion !== version;
        if (!isConflict && !isWrong) {
          history = [...history, editIds[index] ?? ''];
          continue;
        }
        history = before;
        const refusal = isConflict
          ? { code: 'CONFLICT', message: '', issues: [], version }
          : { code: 'INVALID_INPUT', message: '', issues: [] };
        return operations.map((_one, at) => (at === index ? { status: 'FAILED', refusal } : { status: 'NOT_DONE' }));
      }
      return operations.map(() => ({ status: 'DONE', version: history.length }));
    },
  };
}

interface Operation {
  updateTask: { ifVersion?: number; isWrong?: boolean };
}

/** A form that is open: the version that it shows, and the edits on top of that. */
interface Form {
  readonly version: number;
  readonly onTop: readonly string[];
}

const oneInFour = fc.nat({ max: 3 }).map((one) => one === 3);
const tabs = fc.nat({ max: 1 });
const actions = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('open' as const), tab: tabs }),
    fc.record({
      kind: fc.constant('save' as const),
      tab: tabs,
      overwrites: oneInFour,
      isWrong: oneInFour,
    }),
    // From a board that shows the card, or from one that it has left.
    fc.record({ kind: fc.constant('again' as const), tab: tabs, isWrong: oneInFour, isShown: fc.boolean() }),
    fc.record({ kind: fc.constant('refresh' as const), tab: tabs }),
    fc.record({ kind: fc.constant('send' as const), limit: fc.constantFrom(1, 200) }),
    fc.constant({ kind: 'elsewhere' as const }),
  ),
  { minLength: 20, maxLength: 60 },
);

test('whatever two tabs and another device do, an edit is refused exactly if its author did not see all that it would overwrite', () => {
  const counts = { done: 0, refused: 0, mended: 0 };
  fc.assert(
    fc.property(actions, (steps) => {
      const server = createServer();
      let state: OutboxState = emptyOutbox;
      const wrong: string[] = [];
      const seen = new Map<string, ReadonlySet<string>>();
      const again = new Set<string>();
      const lists = [1, 2].map(() => ({ version: 1, done: [] as string[], form: null as Form | null }));
      const shownIn = ({ version, done }: (typeof lists)[number]): Form => ({
        version,
        onTop: [...done, ...state.edits.map(({ id }) => id)],
      });

      /** An edit of somebody who sees this. */
      function createEdit({ version, onTop }: Form, isWrong: boolean, overwrites?: boolean): Edit {
        const edit: Edit = {
          id: `edit ${seen.size}`,
          nodeId,
          ifVersion: version,
          follows: onTop.at(-1),
          overwrites,
          operation: { updateTask: { isWrong } },
          shown: null,
        };
        seen.set(edit.id, new Set([...server.history().slice(0, version), ...onTop]));
        return edit;
      }

      /** Mends the first edit that was refused. What it sees without a card is what its refusal tells, or what it saw before. */
      function sendAgain(form: Form | null, isWrong: boolean): void {
        const [first] = state.refused;
        if (!first) return;
        const [edit] = first.edits;
        const { version } = first.refusal;
        const told = form ?? (version === undefined ? null : { version, onTop: [] });
        const same = { ...edit, id: `edit ${seen.size}`, operation: { updateTask: { isWrong } } };
        const mended = told ? createEdit(told, isWrong) : same;
        if (!told) seen.set(same.id, seen.get(edit.id) ?? new Set());
        again.add(mended.id);
        state = putBack(state, edit.id, () => [mended]);
      }

      function send(limit: number): void {
        state = startBatch(state, limit);
        const { batch, edits } = state;
        if (!batch) return;
        const before = server.history();
        const items = server.run(state);
        state = settleBatch(state, items);
        for (const [index, { status, refusal }] of items.entries()) {
          const id = batch.editIds[index] ?? '';
          const missed = before.filter((author) => !seen.get(id)?.has(author));
          if (status === 'DONE') for (const { done } of lists) done.push(id);
          if (edits[index]?.overwrites) continue;
          // What the batch has done before it counts, too.
          const missedInBatch = batch.editIds.slice(0, index).filter((other) => !seen.get(id)?.has(other));
          if (status === 'DONE') {
            counts.done += 1;
            if (again.has(id)) counts.mended += 1;
            wrong.push(...[...missed, ...missedInBatch].map((author) => `${id} overwrites ${author}`));
          }
          if (refusal?.code === 'CONFLICT') {
            counts.refused += 1;
            if (missed.length === 0) wrong.push(`${id} is refused for nothing`);
          }
        }
      }

      for (const step of steps) {
        if (step.kind === 'elsewhere') server.change(`elsewhere ${server.history().length}`);
        if (step.kind === 'send') send(step.limit);
        if (step.kind === 'elsewhere' || step.kind === 'send') continue;
        const list = lists[step.tab];
        if (!list) continue;
        if (step.kind === 'refresh') {
          list.version = server.history().length;
          list.done = [];
        }
        if (step.kind === 'open') list.form = shownIn(list);
        if (step.kind === 'again') sendAgain(step.isShown ? shownIn(list) : null, step.isWrong);
        if (step.kind !== 'save' || !list.form) continue;
        const edit = createEdit(list.form, step.isWrong, step.overwrites);
        list.form = null;
        state = { ...state, edits: [...state.edits, edit] };
      }
      while (state.edits.length > 0) send(200);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  expect(counts.done).toBeGreaterThan(100);
  expect(counts.refused).toBeGreaterThan(100);
  expect(counts.mended).toBeGreaterThan(100);
});
