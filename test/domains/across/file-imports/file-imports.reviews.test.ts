import { afterEach, expect, test, vi } from 'vitest';
import { importFile } from '../../../../src/domains/across/file-imports/file-imports.service.ts';
import type { ImportedFile } from '../../../../src/integrations/imports/imported.ts';
import type { ViewerContext } from '../../../../src/platform/context.ts';
import { Calendar } from '../../../../src/platform/time/calendar.ts';
import { createTestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';

const times = [1, 5].map((day) => new Date(Date.UTC(2026, 9, day)));
const days = vi.spyOn(Calendar.prototype, 'dayOf');
const [begun, ended] = [vi.fn<() => void>(), vi.fn<() => void>()];
afterEach(() => {
  for (const spy of [days, begun, ended]) spy.mockClear();
});

/** Whether a transaction was open, each time the day of a review was asked for, which a replay does. */
const replays = (): boolean[] =>
  days.mock.calls.flatMap(([instant], index) => {
    if (!times.some((time) => time.getTime() === instant.getTime())) return [];
    const at = days.mock.invocationCallOrder[index] ?? 0;
    const before = ({ mock }: typeof begun) => mock.invocationCallOrder.filter((order) => order < at).length;
    return [before(begun) > before(ended)];
  });

/** The context with something done before each transaction, which is watched. */
const watching = (ctx: ViewerContext, before: () => Promise<unknown> = async () => {}): ViewerContext => ({
  ...ctx,
  database: {
    ...ctx.database,
    write: async (work, options) => {
      await before();
      return ctx.database.write(async (...access) => {
        begun();
        return work(...access).finally(ended);
      }, options);
    },
  },
});

const cards: ImportedFile = {
  ...{ mapping: [], readCount: 3, skipped: [], warnings: [] },
  records: [1, 2, 3].map((line) => ({
    ...{ kind: 'PROMPT', at: `note ${line}`, key: `${line}`, line, deck: 'Deck', question: `Q ${line}`, answer: 'A' },
    reviews: times.map((reviewedAt) => ({ reviewedAt, rating: 'GOOD', durationSeconds: 5 })),
  })),
};
const file = { format: 'ANKI', fileName: 'deck.apkg' } as const;
const reviews = async (ctx: ViewerContext) => ctx.db.promptReview.findMany({ orderBy: { reviewedAt: 'asc' } });

test('reviews are replayed before the transaction that writes them, and not again for cards that are there', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  expect(await importFile(watching(ctx), cards, file)).toMatchObject({ counts: [{ created: 3, unchanged: 0 }] });
  expect([...new Set(replays())]).toEqual([false]);
  const { length } = replays();
  expect(await reviews(ctx)).toHaveLength(6);
  expect(await importFile(watching(ctx), cards, file)).toMatchObject({ counts: [{ created: 0, unchanged: 3 }] });
  expect(replays()).toHaveLength(length);
});

test('reviews are replayed again if the settings that they go by have changed meanwhile', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  const change = () => ada.mutate('updateReviewSettings', { desiredRetention: 0.8 }, 'desiredRetention');
  await importFile(watching(ctx, change), cards, file);
  expect([...new Set(replays())]).toEqual([false, true]);
  expect((await reviews(ctx)).map(({ parameters }) => parameters)).toMatchObject(
    Array(6).fill({ desiredRetention: 0.8 }),
  );
});
