import { readAnkiText } from '../flashcards/anki-text.ts';
import type { FlashcardFile } from '../flashcards/flashcard.ts';
import { isTagged, readObsidianCards } from '../flashcards/obsidian-cards.ts';
import { unzip } from './archives.ts';
import { decodeText } from './decode.ts';
import type { ImportedFile } from './imported.ts';
import { nameOfFile, type ReadOptions } from './options.ts';
import { Reading } from './reading.ts';

/* Cards in texts: notes of Anki, and notes of Obsidian, alone or as a vault in a ZIP archive. */

function addCards(reading: Reading, file: FlashcardFile, deck: string, place: string): void {
  const at = (line: number) => (place === '' ? `line ${line}` : `${place}, line ${line}`);
  const unread = new Map(file.unread.map(({ line, reason }) => [line, reason]));
  const cards = Map.groupBy(file.cards, ({ line }) => line);
  const warnings = Map.groupBy(file.warnings, ({ line }) => line);
  const lines = [...new Set([...cards.keys(), ...unread.keys()])].sort((a, b) => a - b);
  for (const line of lines) {
    const reason = unread.get(line);
    if (reason !== undefined && !cards.has(line)) reading.skip(at(line), reason);
    else {
      reading.row(at(line), () => {
        for (const { key, question, answer, schedule, ...card } of cards.get(line) ?? []) {
          reading.add({ kind: 'PROMPT', line, key, question, answer, schedule, deck: card.deck || deck });
        }
        for (const warning of warnings.get(line) ?? []) reading.warn(warning.reason);
      });
    }
  }
  for (const { line, reason } of file.warnings) {
    if (!cards.has(line)) reading.warnings.push({ at: at(line), reason });
  }
}

/** Reads notes of Anki as text. */
export function readAnkiNotes(bytes: Uint8Array, options: ReadOptions): ImportedFile {
  const reading = new Reading(options.maxRows);
  const { text, encoding } = decodeText(bytes, options.encoding);
  reading.mapAll({
    encoding,
    'notes, with their reverse and clozes': 'prompts',
    deck: 'learning',
    'tags and media': 'not imported',
  });
  addCards(reading, readAnkiText(text), nameOfFile(options.fileName) || 'Anki', '');
  return reading;
}

/** The name of a note, without its folders and its ending. */
const baseOf = (name: string) => name.replace(/^.*\//, '').replace(/\.md$/i, '');

/** Reads the cards of a note of Obsidian, or of all notes of a vault. */
export function readObsidian(bytes: Uint8Array, options: ReadOptions): ImportedFile {
  const reading = new Reading(options.maxRows);
  reading.mapAll({
    'question::answer, question:::answer, and a line of ? or ??': 'prompts',
    '==highlights== in notes with #flashcards': 'prompts',
    'comments of spaced repetition': 'when they are due',
    'name of the note': 'learning',
    code: 'not imported',
  });
  const notes = unzip(bytes, options, (name) => /\.md$/i.test(name) && !/(^|\/)\./.test(name));
  if (notes === null) {
    addCards(
      reading,
      readObsidianCards(decodeText(bytes, options.encoding).text),
      nameOfFile(options.fileName) || 'Obsidian',
      '',
    );
    return reading;
  }
  const texts = new Map([...notes].map(([name, content]) => [name, decodeText(content, options.encoding).text]));
  // A vault that marks its cards by tags has them in notes with one. In one without tags, all notes can have cards.
  const hasTags = [...texts.values()].some(isTagged);
  const counts = Map.groupBy(texts.keys(), baseOf);
  for (const [name, text] of texts) {
    // Notes of one name are told apart by their folders.
    const title = (counts.get(baseOf(name)) ?? []).length > 1 ? name.replace(/\.md$/i, '') : baseOf(name);
    const file = readObsidianCards(text);
    if (!hasTags || isTagged(text)) addCards(reading, file, title, name);
    else if (file.cards.length > 0)
      reading.warnings.push({
        at: name,
        reason: `The note has no tag #flashcards, as others have: what looks like ${file.cards.length} cards is not read.`,
      });
  }
  return reading;
}
