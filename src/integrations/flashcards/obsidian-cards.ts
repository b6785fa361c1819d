import {
  type CardSchedule,
  type Cloze,
  type Flashcard,
  type FlashcardFile,
  linesOf,
  type UnreadNote,
} from './flashcard.ts';
import { type Paragraph, paragraphsOf, withoutCode } from './markdown-notes.ts';
import { isTagged, usualTag } from './obsidian-tags.ts';

/*
 * Cards in a Markdown note, as Obsidian's plugin for spaced repetition has them (stephenmwangi.com/obsidian-spaced-repetition):
 * `question::answer`, `question:::answer` in both directions, a question and an answer of several lines with a line of `?` or `??`
 * between them, and ==highlights== in notes with the tag #flashcards. A comment has when they are due. What is code is no card.
 */

/** The longest paragraph whose highlights are read, in characters: more than a card can have. Each card has all of it. */
const maxHighlighted = 20_000;
/** The most cards of a note. */
const maxCards = 50;
/** A schedule that stands for none: the plugin writes it for a card that was not reviewed while its siblings were. */
const notReviewed = '2000-01-01';

/**
 * Reads the cards of a Markdown note.
 * @param hasClozes whether highlights are cards. Default: if the note has the tag #flashcards
 * @param maxNotes the most places with cards that are read; one more tells that there are more
 */
export function readObsidianCards(
  text: string,
  hasClozes = isTagged(text, [usualTag]),
  maxNotes = Number.POSITIVE_INFINITY,
): FlashcardFile {
  const cards: Flashcard[] = [];
  const unread: UnreadNote[] = [];
  const warnings: UnreadNote[] = [];
  let count = 0;
  for (const paragraph of paragraphsOf(linesOf(text))) {
    for (const { line, pairs, comment } of notesOf(paragraph, hasClozes, maxNotes - count)) {
      count += 1;
      if (pairs.length === 0)
        unread.push({ line, reason: 'A paragraph with highlights has more than 20,000 characters.' });
      const { schedules, faults } = schedulesOf(comment);
      warnings.push(...faults.map((reason) => ({ line, reason })));
      const note = pairs[0]?.question ?? '';
      for (const [index, { name, question, answer }] of pairs.entries()) {
        if (question === '' || answer === '') {
          unread.push({ line, reason: `The ${question === '' ? 'question' : 'answer'} is empty.` });
          break;
        }
        const schedule = schedules[index] ?? null;
        cards.push({ line, key: `${note}\n${name}`, deck: '', question, answer, schedule });
      }
    }
    if (count > maxNotes) break;
  }
  return { cards, unread, warnings };
}

interface Note {
  readonly line: number;
  readonly pairs: readonly Cloze[];
  /** The content of the comment with its schedules. Empty if there is none. */
  readonly comment: string;
}

/** Where a text has the comment of its schedules. */
function findComment(text: string): { from: number; to: number; content: string } | null {
  const opening = /<!-- ?SR:/.exec(text);
  const end = opening ? text.indexOf('-->', opening.index) : -1;
  if (!opening || end < 0) return null;
  return { from: opening.index, to: end + 3, content: text.slice(opening.index + opening[0].length, end) };
}

function withoutComment(text: string, instead = ''): string {
  const comment = findComment(text);
  return comment
    ? text.slice(0, comment.from) + instead.repeat(comment.to - comment.from) + text.slice(comment.to)
    : text;
}

const plain = (line: string) =>
  withoutComment(line)
    .replace(/^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+/, '')
    .trim();
const commentOf = (lines: readonly string[]) => findComment(lines.join('\n'))?.content ?? '';
const both = (question: string, answer: string, isReversed: boolean): Cloze[] => [
  { name: '1', question, answer },
  ...(isReversed ? [{ name: '2', question: answer, answer: question }] : []),
];

/** The notes of a paragraph: one of several lines, or those of its single lines, or its clozes. */
function notesOf({ line, lines }: Paragraph, hasClozes: boolean, maxNotes: number): Note[] {
  const at = lines.findIndex((one) => /^\s*\?\??\s*$/.test(one));
  if (at > 0) {
    const [question, answer] = [lines.slice(0, at), lines.slice(at + 1)].map((part) =>
      part
        .map((one) => withoutComment(one).trim())
        .join('\n')
        .trim(),
    ) as [string, string];
    return [{ line, pairs: both(question, answer, lines[at]?.trim() === '??'), comment: commentOf(lines) }];
  }
  const notes: Note[] = [];
  for (const [index, one] of lines.entries()) {
    if (notes.length > maxNotes) break;
    const found = splitAt(one);
    if (!found) continue;
    const next = /^\s*<!--/.test(lines[index + 1] ?? '') ? (lines[index + 1] ?? '') : '';
    notes.push({
      line: line + index,
      pairs: both(plain(found.question), plain(found.answer), found.isReversed),
      comment: commentOf([one]) || commentOf([next]),
    });
  }
  if (notes.length > 0 || !hasClozes) return notes;
  const text = lines.map(plain).join('\n').trim();
  if (!highlight.test(text)) return [];
  // Without pairs, it is one that is too long.
  return [{ line, pairs: text.length > maxHighlighted ? [] : highlightsOf(text), comment: commentOf(lines) }];
}

/** Where a line has `::` or `:::` outside of code. */
function splitAt(line: string): { question: string; answer: string; isReversed: boolean } | null {
  const masked = withoutCode(withoutComment(line, ' '));
  const found = /:{2,}/.exec(masked);
  if (!found || found[0].length > 3) return null;
  return {
    question: line.slice(0, found.index),
    answer: line.slice(found.index + found[0].length),
    isReversed: found[0].length === 3,
  };
}

const highlight = /==(?=\S)(.+?)==/s;

/** The highlights of a text, each a card of its own. */
function highlightsOf(text: string): Cloze[] {
  const pattern = new RegExp(highlight, 'gs');
  const answer = text.replaceAll(pattern, '$1');
  return [...text.matchAll(pattern)].slice(0, maxCards).map((_match, card) => {
    let index = -1;
    const question = text.replaceAll(pattern, (_, hidden: string) => (++index === card ? '[…]' : hidden));
    return { name: `c${card + 1}`, question, answer };
  });
}

/** The schedules of a comment, `!2026-12-01,12,250` for each card of the note, in their order. */
function schedulesOf(comment: string): { schedules: (CardSchedule | null)[]; faults: string[] } {
  const faults: string[] = [];
  const texts = comment.split('!', 2 * maxCards).filter((text) => text.trim() !== '');
  const schedules = texts.map((text): CardSchedule | null => {
    const [, dueOn = '', days = '', ease = ''] = /^\s*(\d{4}-\d{2}-\d{2}),(-?[\d.]+),(\d+)\s*$/.exec(text) ?? [];
    if (dueOn === notReviewed) return null;
    const intervalDays = Math.round(Number(days));
    const isDate = dueOn !== '' && isDateText(dueOn);
    if (isDate && intervalDays >= 1 && intervalDays <= 36_500) return { dueOn, intervalDays, ease: Number(ease) / 100 };
    faults.push(`The schedule ${text.trim().slice(0, 40)} cannot be read: the card is new.`);
    return null;
  });
  return { schedules, faults };
}

/** Whether a text in the form of a date is one of the calendar. */
function isDateText(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
