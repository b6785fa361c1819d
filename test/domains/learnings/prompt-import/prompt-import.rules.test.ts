import { default_w } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { planImport, replayed } from '../../../../src/domains/learnings/prompt-import/prompt-import.rules.ts';
import { berlin } from '../../../support/imports.ts';
import { runToEnd } from '../../../support/turns.ts';

const parameters = { w: default_w, desiredRetention: 0.9, isFitted: false };
const accountId = '01a21f5a-e6de-701d-a9e5-6236eb63e7bd';

test('others take turns while reviews are replayed, however they are spread over cards', () => {
  const cards = [400, 0, 1, 99, 500].map((count, index) => {
    const card = { line: 1, key: `${index}`, deck: '', question: 'q', answer: 'a', schedule: null };
    const [planned] = planImport([card], { accountId, title: 'Deck', format: 'ANKI_TEXT' }, berlin).prompts;
    if (!planned) throw new Error('The card is not planned.');
    const reviews = Array.from({ length: count }, (_, day) => ({
      ...{ reviewedAt: new Date(1_600_000_000_000 + day * 86_400_000), rating: 'GOOD' as const, durationSeconds: 3 },
    }));
    return { planned, reviews, isSuspended: false };
  });
  const { result, turns } = runToEnd(replayed(cards, parameters, berlin));
  expect(turns).toBe(1_000);
  expect(result.map(({ log, planned }) => [log.length, planned.memory.reviewCount])).toEqual([
    [400, 400],
    [0, 0],
    [1, 1],
    [99, 99],
    [500, 500],
  ]);
});
