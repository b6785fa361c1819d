import { expect, test } from 'vitest';
import { readObsidianCards } from '../../../src/integrations/flashcards/obsidian-cards.ts';

const cardsOf = (...lines: string[]) => readObsidianCards(lines.join('\n')).cards;
const pairs = (...lines: string[]) => cardsOf(...lines).map(({ question, answer }) => `${question} = ${answer}`);

test('a line with :: is a card, and one with ::: two', () => {
  expect(pairs('# Notes', '', '- What is a WAL?::A log', 'Hund:::dog', 'no card')).toEqual([
    'What is a WAL? = A log',
    'Hund = dog',
    'dog = Hund',
  ]);
});

test('question and answer of several lines have ? or ?? between them', () => {
  expect(pairs('Why', 'is that?', '?', 'Because', '- of this', '', 'a', '??', 'b')).toEqual([
    'Why\nis that? = Because\n- of this',
    'a = b',
    'b = a',
  ]);
});

test('what is code is no card, nor are properties', () => {
  expect(
    pairs(
      '---',
      'tag: a::b',
      '---',
      '```cpp',
      'std::vector',
      '',
      'x::y',
      '```',
      '`std::vector` is a list',
      '    a::b',
      '',
      '`a::b`::c',
    ),
  ).toEqual(['`a::b` = c']);
});

test('a comment has the schedules of the cards of its note, in their order', () => {
  const of = (...lines: string[]) => cardsOf(...lines).map(({ schedule }) => schedule);
  const due = { dueOn: '2026-12-01', intervalDays: 12, ease: 2.5 };
  expect(of('a::b <!--SR:!2026-12-01,12,250-->')).toEqual([due]);
  expect(of('a::b', '<!--SR:!2026-12-01,12,250-->')).toEqual([due]);
  expect(of('a', '?', 'b', '<!--SR:!2026-12-01,12,250-->')).toEqual([due]);
  expect(of('a:::b <!--SR:!2026-12-01,12,250!2000-01-01,1,250-->')).toEqual([due, null]);
  const broken = readObsidianCards('x\n\na::b <!--SR:!2026-02-30,12,250-->\nc::d <!--SR:!2026-12-01,-3,250-->');
  expect(broken.cards.map(({ question, answer, schedule }) => [question, answer, schedule])).toEqual([
    ['a', 'b', null],
    ['c', 'd', null],
  ]);
  expect(broken.warnings.map(({ line }) => line)).toEqual([3, 4]);
});

test('highlights are clozes in notes with the tag', () => {
  expect(pairs('==Paris== is a city')).toEqual([]);
  expect(pairs('#flashcards', '', '==Paris== is in ==France==')).toEqual([
    '[…] is in France = Paris is in France',
    'Paris is in […] = Paris is in France',
  ]);
});

test('notes that are made to be slow are read in little time', () => {
  const started = performance.now();
  for (const part of ['<!--SR:', '`', '``` ', '==a', '::', 'a::b\n', '!', '==a== ', '`a`::', '#flashcards ==a==\n'])
    readObsidianCards(part.repeat(300_000 / part.length));
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('an empty side is named by its line', () => {
  expect(readObsidianCards('a::\r\n::b\r\nc::d')).toMatchObject({
    cards: [{ line: 3 }],
    unread: [
      { line: 1, reason: 'The answer is empty.' },
      { line: 2, reason: 'The question is empty.' },
    ],
  });
});

test('of a note with very many cards, no more are read than are wanted, and one to tell that there are more', () => {
  const { cards } = readObsidianCards('a::b\n\n'.repeat(10_000), false, 5);
  expect(cards.map(({ line }) => line)).toEqual([1, 3, 5, 7, 9, 11]);
  expect(readObsidianCards('a::b\n'.repeat(10_000), false, 5).cards).toHaveLength(6);
});
