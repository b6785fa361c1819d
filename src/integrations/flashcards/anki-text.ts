import { textOfHtml } from '../html.ts';
import { type Cloze, type Flashcard, type FlashcardFile, linesOf, type UnreadNote } from './flashcard.ts';

/*
 * Notes as Anki exports and imports them as text (docs.ankiweb.net/importing/text-files.html): a note a row, with directives such as
 * `#separator:tab` before them. Rows of other programs, with a line of column names, are read as well.
 */

const separators: Record<string, string> = { tab: '\t', comma: ',', semicolon: ';', space: ' ', pipe: '|', colon: ':' };

/** The names of columns that say what a column is, in lower case. */
const names: Record<string, Role> = {
  ...{ front: 'FRONT', question: 'FRONT', term: 'FRONT', text: 'FRONT' },
  ...{ back: 'BACK', answer: 'BACK', definition: 'BACK', extra: 'FIELD', 'back extra': 'FIELD' },
  ...{ deck: 'DECK', tags: 'IGNORED', guid: 'GUID', notetype: 'NOTETYPE', 'note type': 'NOTETYPE' },
};
type Role = 'FRONT' | 'BACK' | 'FIELD' | 'DECK' | 'GUID' | 'NOTETYPE' | 'IGNORED';

interface Directives {
  separator: string | null;
  isHtml: boolean;
  deck: string;
  notetype: string;
  roles: Map<number, Role>;
}

interface Row {
  readonly line: number;
  readonly values: readonly string[];
}

/** Reads notes of Anki as text, or rows of questions and answers. */
export function readAnkiText(text: string): FlashcardFile {
  const lines = linesOf(text);
  const directives: Directives = { separator: null, isHtml: false, deck: '', notetype: '', roles: new Map() };
  let start = 0;
  for (; lines[start]?.startsWith('#') && readDirective(lines[start] ?? '', directives); start++);
  const rows = rowsOf(lines, start, directives.separator ?? guessSeparator(lines.slice(start)));
  const [header] = rows;
  const cards: Flashcard[] = [];
  const unread: UnreadNote[] = [];
  const warnings: UnreadNote[] = [];
  if (header && isHeader(header.values)) {
    for (const [index, name] of header.values.entries()) {
      const role = roleOfName(name);
      directives.roles.set(index, role ?? 'IGNORED');
      if (!role && name.trim())
        warnings.push({ line: header.line, reason: `The column "${name.trim().slice(0, 40)}" is not imported.` });
    }
    rows.shift();
  }
  for (const row of rows) {
    const made = cardsOf(row, directives);
    if (typeof made === 'string') unread.push({ line: row.line, reason: made });
    else cards.push(...made);
  }
  return { cards, unread, warnings };
}

/** What a column is by its name. Null if that is not known. */
const roleOfName = (name: string): Role | null => {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(names, key) ? (names[key] ?? null) : null;
};

/** Takes a directive in. @returns whether the line is one, or a comment */
function readDirective(line: string, directives: Directives): boolean {
  const [, key = '', value = ''] = /^#\s*([a-z ]+):(.*)$/i.exec(line) ?? [];
  const name = key.trim().toLowerCase();
  const column = /^(guid|deck|notetype|tags) column$/.exec(name)?.[1];
  if (column) {
    const role = { guid: 'GUID', deck: 'DECK', notetype: 'NOTETYPE', tags: 'IGNORED' }[column] as Role;
    directives.roles.set(Number(value) - 1, role);
  } else if (name === 'separator') directives.separator = separators[value.trim().toLowerCase()] ?? value.slice(0, 1);
  else if (name === 'columns') {
    // The names of a kind of note: those that are not known are fields of it.
    for (const [index, one] of value.split(directives.separator ?? guessSeparator([value])).entries())
      if (!directives.roles.has(index)) directives.roles.set(index, roleOfName(one) ?? 'FIELD');
  } else if (name === 'html') directives.isHtml = value.trim().toLowerCase() === 'true';
  else if (name === 'deck') directives.deck = value.trim();
  else if (name === 'notetype') directives.notetype = value.trim();
  return true;
}

/** The separator of rows that do not say theirs: what the first one has. */
function guessSeparator(lines: readonly string[]): string {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return ['\t', ';', ',', '|'].find((separator) => first.includes(separator)) ?? '\t';
}

/** The most lines of a row: what is quoted for longer is not closed where it should be. */
const maxRowLines = 100;

/** The rows from a line on. A quoted value can have line breaks, separators, and quotes that are doubled. */
function rowsOf(lines: readonly string[], start: number, separator: string): Row[] {
  const rows: Row[] = [];
  for (let index = start; index < lines.length; index++) {
    const first = lines[index] ?? '';
    if (first.trim() === '') continue;
    // A quote that is never closed is one of the text: then the row is its line.
    let end = index;
    let isOpen = endsInQuotes(first, separator, false);
    while (isOpen && end + 1 < lines.length && end - index < maxRowLines) {
      isOpen = endsInQuotes(lines[++end] ?? '', separator, true);
    }
    const text = isOpen ? first : lines.slice(index, end + 1).join('\n');
    rows.push({ line: index + 1, values: valuesOf(text, separator, !isOpen) });
    if (!isOpen) index = end;
  }
  return rows;
}

const opensQuotes = (text: string, at: number, separator: string) =>
  text[at] === '"' && (at === 0 || text[at - 1] === separator);

/** Whether a line ends within a quoted value. @param isQuoted whether it starts in one */
function endsInQuotes(text: string, separator: string, isQuoted: boolean): boolean {
  let isOpen = isQuoted;
  for (let at = 0; at < text.length; at++) {
    if (isOpen && text[at] === '"' && text[at + 1] === '"') at += 1;
    else if (isOpen && text[at] === '"') isOpen = false;
    else if (!isOpen && opensQuotes(text, at, separator)) isOpen = true;
  }
  return isOpen;
}

function valuesOf(text: string, separator: string, isWhole: boolean): string[] {
  const values = [''];
  let isQuoted = false;
  const add = (part: string) => values.push((values.pop() ?? '') + part);
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"') {
      if (text[at + 1] === '"') add(text[++at] ?? '');
      else isQuoted = false;
    } else if (isWhole && !isQuoted && opensQuotes(text, at, separator)) isQuoted = true;
    else if (!isQuoted && letter === separator) values.push('');
    else add(letter);
  }
  return values;
}

const isHeader = (values: readonly string[]) =>
  values.length > 1 && values.filter((value) => Object.hasOwn(names, value.trim().toLowerCase())).length > 1;

/** The longest value that is read, in characters: more than a card can have, with the markup around it. */
const maxValue = 50_000;

const fieldRoles: readonly Role[] = ['FRONT', 'BACK', 'FIELD'];

/** The cards of a note, or why it has none. */
function cardsOf({ line, values }: Row, { isHtml, roles, ...directives }: Directives): Flashcard[] | string {
  if (values.some((value) => value.length > maxValue)) return `A value has more than ${maxValue} characters.`;
  const roleOf = (index: number) => roles.get(index) ?? 'FIELD';
  const one = (role: Role) => values.find((_, index) => roleOf(index) === role)?.trim() ?? '';
  // The question is first and the answer second, whatever the order of the columns.
  const fields = fieldRoles
    .flatMap((role) => values.filter((_, index) => roleOf(index) === role))
    .map((value) => (isHtml ? textOfHtml(value) : value.trim()));
  const [front = '', second = '', ...others] = fields;
  const deck = one('DECK') || directives.deck;
  const notetype = (one('NOTETYPE') || directives.notetype).toLowerCase();
  if (front === '') return 'The question is empty.';
  const note = one('GUID') || `${deck}\n${front}`;
  const card = (name: string, question: string, answer: string): Flashcard => ({
    ...{ line, key: `${note}\n${name}`, deck, question, answer, schedule: null },
  });
  // Further fields of a note stand below its answer; that of an optional reverse only says whether there is one.
  const isOptional = notetype.includes('optional');
  const more = (isOptional ? others.slice(1) : others).filter(Boolean);
  const below = (answer: string) => [answer, ...more].join('\n\n');
  const back = second === '' && clozeStart.test(front) ? more.join('\n\n') : second && below(second);
  const clozes = clozesOf(front);
  if (clozes.length > 0) {
    return clozes.map(({ name, question, answer }) => card(name, question, back ? `${answer}\n\n${back}` : answer));
  }
  if (notetype.includes('cloze')) return 'It is a cloze note without a cloze.';
  if (back === '') return 'The answer is empty.';
  const isReversed = notetype.includes('reversed') && (!isOptional || (others[0] ?? '') !== '');
  return [card('1', front, back), ...(isReversed ? [card('2', second, below(front))] : [])];
}

const clozeStart = /\{\{c\d{1,3}::/;

/** The most clozes of a note. */
const maxClozes = 50;

/**
 * The clozes of a text, `{{c1::hidden::hint}}`: those of one number are one card. At most 50.
 * @param only the name of the one that is looked for, such as `c1`
 */
export function clozesOf(text: string, only?: string): Cloze[] {
  const parts: { number: string; hidden: string; hint: string; from: number; to: number }[] = [];
  let at = 0;
  for (const { 0: opening, 1: number = '', index } of text.matchAll(/\{\{c(\d{1,3})::/g)) {
    const from = index + opening.length;
    const end = text.indexOf('}}', from);
    if (end < 0) break;
    if (index < at) continue;
    // Braces of what is hidden end before those of the cloze: {{c1::\frac{a}{b}}}.
    const to = text[end + 2] === '}' ? end + 1 : end;
    const [hidden = '', hint = ''] = text.slice(from, to).split('::');
    at = to + 2;
    parts.push({ number, hidden, hint: hint || '…', from: index, to: at });
  }
  const shown = (show: (part: (typeof parts)[number]) => string) =>
    parts.map((part, i) => text.slice(parts[i - 1]?.to ?? 0, part.from) + show(part)).join('') + text.slice(at);
  const answer = shown(({ hidden }) => hidden);
  const numbers = [...new Set(parts.map(({ number }) => number))]
    .filter((number) => only === undefined || only === `c${number}`)
    .sort((a, b) => Number(a) - Number(b));
  return numbers.slice(0, maxClozes).map((name) => ({
    name: `c${name}`,
    question: shown(({ number, hidden, hint }) => (number === name ? `[${hint}]` : hidden)),
    answer,
  }));
}
