import { readObsidianCards } from '../flashcards/obsidian-cards.ts';
import { isTagged, usualTag } from '../flashcards/obsidian-tags.ts';
import { unzip } from './archives.ts';
import { decodeText } from './decode.ts';
import { addCards } from './flashcards.ts';
import type { ImportedFile } from './imported.ts';
import { listOf, objectOf, textOf } from './json.ts';
import { nameOfFile, type ReadOptions } from './options.ts';
import { Reading } from './reading.ts';

/*
 * Cards in notes of Obsidian, alone or as a vault in a ZIP archive. As the plugin for spaced repetition does, only notes that say so have
 * cards: in others, `key:: value` is a field of the plugin Dataview. They say so by a tag, or by the folder that they are in.
 */

/** The name of a note, without its folders and its ending. */
const baseOf = (name: string) => name.replace(/^.*\//, '').replace(/\.md$/i, '');

/** Where the plugin keeps its settings within a vault. */
const settingsFile = /(^|\/)\.obsidian\/plugins\/obsidian-spaced-repetition\/data\.json$/;

/** What the settings of the plugin say of which notes have cards. */
interface Settings {
  readonly tags: readonly string[];
  /** Whether each folder is a deck, so that all notes in folders have cards. */
  readonly areFoldersDecks: boolean;
  /** Whether ==highlights== are cards. */
  readonly hasClozes: boolean;
}

const usualSettings: Settings = { tags: [usualTag], areFoldersDecks: false, hasClozes: true };

/** Reads the cards of a note of Obsidian, or of the notes of a vault. */
export function readObsidian(bytes: Uint8Array, options: ReadOptions): ImportedFile {
  const reading = new Reading(options.maxRows);
  const files = unzip(
    bytes,
    options,
    (name) => settingsFile.test(name) || (/\.md$/i.test(name) && !/(^|\/)\./.test(name)),
  );
  const settings = files ? settingsOf(reading, files, options) : usualSettings;
  const tags = settings.tags.join(' or ');
  const which = settings.areFoldersDecks ? 'notes in folders' : `notes with ${tags}`;
  reading.mapAll({
    [`question::answer, question:::answer, and a line of ? or ??, in ${options.allNotes ? 'all notes' : which}`]:
      'prompts',
    [`==highlights== in ${which}`]: settings.hasClozes ? 'prompts' : 'not imported',
    'comments of spaced repetition': 'when they are due',
    'name of the note': 'learning',
    code: 'not imported',
  });
  const notes = [...(files ?? [['', bytes] as const])].filter(([name]) => !settingsFile.test(name));
  const counts = Map.groupBy(notes, ([name]) => baseOf(name));
  const untagged: { readonly name: string; readonly count: number }[] = [];
  for (const [name, content] of notes) {
    const text = reading.decode(content, options.encoding);
    const isChosen = settings.areFoldersDecks ? name.includes('/') : isTagged(text, settings.tags);
    const file = readObsidianCards(text, isChosen && settings.hasClozes, options.maxRows);
    if (isChosen || options.allNotes) addCards(reading, file, titleOf(name, counts, options), name);
    else if (file.cards.length > 0) untagged.push({ name, count: file.cards.length });
  }
  const reason = (count: number, what: string) =>
    `${what}: what looks like ${count} ${count === 1 ? 'card is' : 'cards are'} not read. To read all notes, ask for it (--all-notes, allNotes).`;
  const isNone = reading.readCount === 0 && !settings.areFoldersDecks;
  const total = untagged.reduce((sum, { count }) => sum + count, 0);
  if (isNone && !options.allNotes)
    reading.warnings.push({
      at: 'file',
      reason: reason(total, `No note has the tag ${tags}, so that there are no cards`),
    });
  else
    for (const { name, count } of untagged)
      reading.warnings.push({
        at: name,
        reason: reason(count, settings.areFoldersDecks ? 'The note is in no folder' : `The note has no tag ${tags}`),
      });
  return reading;
}

/** The title of the learning for the cards of a note. Notes of one name are told apart by their folders. */
function titleOf(name: string, counts: ReadonlyMap<string, readonly unknown[]>, { fileName }: ReadOptions): string {
  if (name === '') return nameOfFile(fileName) || 'Obsidian';
  return (counts.get(baseOf(name)) ?? []).length > 1 ? name.replace(/\.md$/i, '') : baseOf(name);
}

/** The settings of the plugin, if the vault has them. */
function settingsOf(reading: Reading, files: ReadonlyMap<string, Uint8Array>, { encoding }: ReadOptions): Settings {
  const [, content] = [...files].find(([name]) => settingsFile.test(name)) ?? [];
  if (!content) return usualSettings;
  const own = objectOf(objectOf(dataOf(decodeText(content, encoding).text)).settings);
  const tags = listOf(own.flashcardTags)
    .map(textOf)
    .filter((tag) => /^#./.test(tag));
  const { singleLineCardSeparator: one = '::', multilineCardSeparator: many = '?' } = own;
  if (one !== '::' || many !== '?')
    reading.warnings.push({
      at: 'settings of the plugin',
      reason: 'It has separators of its own: only cards with the usual ones are read.',
    });
  return {
    tags: tags.length > 0 ? tags : usualSettings.tags,
    areFoldersDecks: own.convertFoldersToDecks === true,
    hasClozes: own.convertHighlightsToClozes !== false,
  };
}

/** What JSON says. Null if it is none. */
function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
