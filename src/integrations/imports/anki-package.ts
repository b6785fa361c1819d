import { clozesOf } from '../flashcards/anki-text.ts';
import { textOfHtml } from '../html.ts';
import {
  type AnkiCard,
  type AnkiCollection,
  type AnkiNote,
  type AnkiReview,
  type NoteKind,
  readCollection,
} from './anki-collection.ts';
import { unzip } from './archives.ts';
import { type ImportedFile, type ImportedReview, ImportFileError, RowError } from './imported.ts';
import type { ReadOptions } from './options.ts';
import { Reading } from './reading.ts';

/* A package of Anki (.apkg, .colpkg): notes with their cards, each with its own schedule, and the log of reviews. Texts are HTML. */

/** The collections of a package, the newest first. Older ones in it only say that Anki is to be updated. */
const collections = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

/** Reads a package of Anki. Null if the bytes are none. */
export function readAnkiPackage(bytes: Uint8Array, options: ReadOptions): ImportedFile | null {
  const files = unzip(bytes, options, (name) => collections.includes(name));
  if (files === null) return null;
  const name = collections.find((one) => files.has(one));
  const content = name && files.get(name);
  if (!content) throw new ImportFileError('The archive has no collection of Anki.');
  const collection = readCollection(name === 'collection.anki21b' ? unpacked(content, options) : content);
  const reading = new Reading(options.maxRows);
  reading.mapAll({
    'cards, with their reverse and clozes': 'prompts',
    deck: 'learning',
    'review log': 'reviews; what was set by hand or crammed is left out',
    'due, interval and ease': 'when they are due',
    'suspended cards': 'suspended prompts',
    'tags, flags and media': 'not imported',
  });
  const budget = new Budget(charactersPerByte * options.maxUnpacked);
  const cards = Map.groupBy(collection.cards, ({ noteId }) => noteId);
  const reviews = Map.groupBy(collection.reviews, ({ cardId }) => cardId);
  for (const [index, note] of collection.notes.entries()) {
    const at = `note ${index + 1}`;
    const own = cards.get(note.id) ?? [];
    if (own.length === 0) reading.skip(at, 'The note has no cards.');
    const kind = collection.kinds.get(note.kindId);
    const fields = kind && fieldsOf(note, kind);
    for (const card of own) {
      reading.row(`${at}, card ${card.ordinal + 1}`, () => {
        if (!kind || !fields) throw new RowError('The kind of its note is not in the file.');
        const { question, answer } = sidesOf(reading, fields, kind, card.ordinal, budget);
        reading.add({
          ...{ kind: 'PROMPT', line: index + 1, question, answer, deck: deckOf(card, collection) },
          key: reading.keyOfId(`${note.guid || note.id}\n${card.ordinal}`),
          isSuspended: card.queue === -1,
          schedule: scheduleOf(reading, card, collection, options),
          reviews: reviewsOf(reading, card, reviews.get(card.id) ?? [], options),
        });
      });
    }
  }
  const known = new Set(collection.cards.map(({ id }) => id));
  const lost = collection.reviews.filter(({ cardId }) => !known.has(cardId)).length;
  if (lost > 0)
    reading.warnings.push({
      at: 'review log',
      reason: `${lost} reviews are of cards that were deleted: they are left out.`,
    });
  return reading;
}

function unpacked(bytes: Uint8Array, { unzstd }: ReadOptions): Uint8Array {
  try {
    return unzstd(bytes);
  } catch {
    throw new ImportFileError('The collection of Anki cannot be unpacked: it is damaged, or too large.');
  }
}

/** The deck of a card: its own, also while it is in a filtered one. */
const deckOf = ({ deckId, ownDeckId }: AnkiCard, { decks }: AnkiCollection): string =>
  decks.get(ownDeckId === '0' || ownDeckId === '' ? deckId : ownDeckId) ?? '';

/** The longest template of a card, in characters. */
const maxTemplate = 50_000;

/** The most characters that are filled in, for each byte that may be unpacked. */
const charactersPerByte = 4;

/** The characters that templates and fields may still have together: each card could have all of a field many times. */
class Budget {
  #left: number;

  constructor(characters: number) {
    this.#left = characters;
  }

  /** Takes characters off. @throws ImportFileError if there are not as many */
  spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new ImportFileError('The cards of the package are too long together.');
  }
}

/** The fields of a note, by name. */
interface NoteFields {
  readonly values: ReadonlyMap<string, string>;
  /** The names of those that are not empty. */
  readonly filled: ReadonlySet<string>;
  readonly hasMedia: boolean;
}

function fieldsOf(note: AnkiNote, kind: NoteKind): NoteFields {
  const values = new Map(kind.fields.map((name, index) => [name, note.fields[index] ?? '']));
  return {
    values,
    filled: new Set([...values].filter(([, value]) => /\S/.test(value)).map(([name]) => name)),
    hasMedia: note.fields.some((value) => /<img\b|\[sound:/i.test(value)),
  };
}

/** The question and the answer of a card of a note. */
function sidesOf(reading: Reading, fields: NoteFields, kind: NoteKind, ordinal: number, budget: Budget) {
  if (fields.hasMedia) reading.warn('Its images and sounds are left out.');
  const template = kind.templates[kind.isCloze ? 0 : ordinal];
  if (!template) throw new RowError('The template of the card is not in the file.');
  if (template.question.length + template.answer.length > maxTemplate)
    throw new RowError('The template of the card is too long.');
  const cloze = kind.isCloze ? `c${ordinal + 1}` : null;
  const side = (format: string, isAnswer: boolean) => toText(render(format, fields, { cloze, isAnswer }, budget));
  const question = side(template.question, false);
  const answer = side(template.answer, true);
  if (question === '') throw new RowError('The question is empty.');
  if (answer === '') throw new RowError('The answer is empty.');
  return { question, answer };
}

const toText = (html: string) => textOfHtml(html.replaceAll(/\[sound:[^[\]]*\]/g, ''));

/**
 * Fills the fields of a template in, with its conditions, which may have others inside. Filters such as `type:` and `hint:` show the
 * field as it is. The answer stands alone, without the question (`FrontSide`) before it.
 */
function render(
  format: string,
  { values, filled }: NoteFields,
  { cloze, isAnswer }: { cloze: string | null; isAnswer: boolean },
  budget: Budget,
): string {
  const pieces: string[] = [];
  /** The conditions around the present place, and the number of those that do not hold. */
  const open: { name: string; holds: boolean }[] = [];
  let hiding = 0;
  let from = 0;
  const add = (piece: string) => {
    budget.spend(piece.length);
    if (hiding === 0) pieces.push(piece);
  };
  for (const { 0: tag, 1: inside = '', index } of format.matchAll(/\{\{([^{}]*)\}\}/g)) {
    add(format.slice(from, index));
    from = index + tag.length;
    const name = inside.trim();
    const [, sign, condition = ''] = /^([#^/])\s*(\S.*)$/s.exec(name) ?? [];
    if (sign === '/') {
      if (open.at(-1)?.name !== condition) continue;
      if (open.pop()?.holds === false) hiding -= 1;
    } else if (sign) {
      const holds = (filled.has(condition) || condition === cloze) === (sign === '#');
      open.push({ name: condition, holds });
      if (!holds) hiding += 1;
    } else if (hiding === 0) add(shown(name));
  }
  add(format.slice(from));
  return pieces.join('');

  function shown(name: string): string {
    const filters = name.split(':');
    const value = values.get(filters.at(-1)?.trim() ?? '') ?? '';
    if (!filters.includes('cloze') || cloze === null) return value;
    budget.spend(value.length);
    return clozesOf(value, cloze)[0]?.[isAnswer ? 'answer' : 'question'] ?? '';
  }
}

const daySeconds = 86_400;
/** The last second, and the most days, that a schedule is read from: those after them are no days of a calendar that anybody uses. */
const maxSeconds = 9_999_999_999;
const maxDays = 100_000;
const maxInterval = 36_500;

/** When a card is due. While it is learned, that is a time; a new card has none. */
function scheduleOf(reading: Reading, card: AnkiCard, { madeAt }: AnkiCollection, { calendar, owner }: ReadOptions) {
  if (card.type !== 2 && card.type !== 3) return null;
  const due = card.ownDue || card.due;
  const isTime = due > 1_000_000_000;
  // An interval in seconds is less than a day.
  const intervalDays = card.interval < 0 ? 1 : Math.max(1, card.interval);
  // A time in seconds, or else a number of days since the collection was made.
  const isKnown = isTime
    ? due <= maxSeconds
    : Math.abs(due) <= maxDays && madeAt >= 0 && madeAt <= maxSeconds && Number.isInteger(due);
  if (!isKnown || !(intervalDays <= maxInterval)) {
    reading.warn('Its schedule cannot be read: the card is new.');
    return null;
  }
  const dueOn = isTime
    ? owner.dayOf(new Date(due * 1_000))
    : calendar.addDays(calendar.dayOf(new Date(madeAt * 1_000)), due);
  return { dueOn, intervalDays, ease: card.factor > 1_000 ? card.factor / 1_000 : 2.5 };
}

const ratings = [null, 'AGAIN', 'HARD', 'GOOD', 'EASY'] as const;

/** Whether a row of the log says that the card was reset to new. */
const isReset = ({ type, ease, factor }: AnkiReview) => type === 4 && ease === 0 && factor === 0;

/**
 * The reviews of a card, without those by hand, and without cramming, which changed nothing. Those before a card was reset to new are
 * none of it any more: Anki itself forgets them.
 */
function reviewsOf(
  reading: Reading,
  card: AnkiCard,
  all: readonly AnkiReview[],
  { calendar }: ReadOptions,
): ImportedReview[] {
  const now = calendar.now.getTime();
  const log = card.type === 0 ? [] : all.slice(all.findLastIndex(isReset) + 1);
  const lost = all.slice(0, all.length - log.length).filter(({ ease }) => ease > 0).length;
  if (lost > 0) reading.warn(`It was reset to new: ${lost} reviews before that are left out.`);
  return log.flatMap(({ at, ease, milliseconds, type, factor }) => {
    const rating = ratings[ease] ?? null;
    const isCrammed = type === 3 && factor === 0;
    if (rating === null || type > 3 || isCrammed || at > now || at <= 0) return [];
    const durationSeconds = Math.min(Math.max(milliseconds, 0) / 1_000, daySeconds);
    return [{ reviewedAt: new Date(at), rating, durationSeconds }];
  });
}
