import { readAnkiText } from '../flashcards/anki-text.ts';
import type { FlashcardFile } from '../flashcards/flashcard.ts';
import { readObsidianCards } from '../flashcards/obsidian-cards.ts';
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
  for (const [name, content] of notes) {
    addCards(reading, readObsidianCards(decodeText(content, options.encoding).text), nameOfFile(name), name);
  }
  return reading;
}
