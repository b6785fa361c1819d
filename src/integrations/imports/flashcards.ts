import { readAnkiText } from '../flashcards/anki-text.ts';
import type { FlashcardFile } from '../flashcards/flashcard.ts';
import type { ImportedFile } from './imported.ts';
import { nameOfFile, type ReadOptions } from './options.ts';
import { Reading } from './reading.ts';

/* Cards in texts. */

/** Adds the cards of a text, and what is to be said of it. @param place the file within an archive. Empty if it is alone */
export function addCards(reading: Reading, file: FlashcardFile, deck: string, place: string): void {
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
  const text = reading.decode(bytes, options.encoding);
  reading.mapAll({
    'notes, with their reverse and clozes': 'prompts',
    deck: 'learning',
    'tags and media': 'not imported',
  });
  addCards(reading, readAnkiText(text), nameOfFile(options.fileName) || 'Anki', '');
  return reading;
}
