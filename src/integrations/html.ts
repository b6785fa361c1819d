import { Parser } from 'htmlparser2';

/** Elements that are lines of their own. */
const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'tr']);
/** Elements whose content is no text. */
const hidden = new Set(['script', 'style', 'template', 'head', 'iframe', 'object', 'svg', 'math']);

/** The maximum number of characters that are read. */
const maxHtml = 200_000;
/** The number of characters that are parsed at once, and the depth of open elements beyond which no more are: the parser looks through them. */
const [chunk, maxDepth] = [2_000, 200];

/**
 * The text of what other services keep as HTML: paragraphs and line breaks become lines, entities characters, and a link whose text is not
 * its address is followed by it. No markup is left, except what the text itself says. Takes time in proportion to the length. At most
 * 200,000 characters are read.
 */
export function textOfHtml(html: string): string {
  const pieces: string[] = [];
  let isLineStart = true;
  let hiddenDepth = 0;
  let depth = 0;
  let link: { href: string; from: number } | null = null;
  const add = (text: string) => {
    if (text === '') return;
    pieces.push(text);
    isLineStart = text.endsWith('\n');
  };
  const endLine = () => {
    if (!isLineStart) add('\n');
  };
  const endLink = () => {
    const { href = '', from = 0 } = link ?? {};
    link = null;
    if (/^(https?:|mailto:)/i.test(href) && !pieces.slice(from).join('').includes(href)) add(` (${href})`);
  };
  const parser = new Parser({
    onopentag(name, { href = '' }) {
      depth += 1;
      if (hidden.has(name)) hiddenDepth += 1;
      else if (name === 'br') add('\n');
      else if (blocks.has(name)) endLine();
      else if (name === 'a') {
        // A link ends where the next one begins.
        endLink();
        link = { href, from: pieces.length };
      }
    },
    ontext(some) {
      // The lines of the source mean nothing, as in any HTML.
      if (hiddenDepth > 0) return;
      const words = some.replaceAll(/\s+/g, ' ');
      if (words !== ' ' || !isLineStart) add(words);
    },
    onclosetag(name) {
      depth -= 1;
      if (hidden.has(name)) hiddenDepth -= 1;
      else if (blocks.has(name)) endLine();
      else if (name === 'a') endLink();
    },
  });
  const read = html.slice(0, maxHtml);
  for (let from = 0; from < read.length && depth <= maxDepth; from += chunk)
    parser.write(read.slice(from, from + chunk));
  // Of the tag in which it was left, nothing is told.
  if (depth <= maxDepth) parser.end();
  else endLink();
  const lines = pieces
    .join('')
    .replaceAll(/[^\n\P{Cc}]/gu, '')
    .split('\n');
  return lines
    .map((line) => line.replaceAll(/[ \u00a0]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .toWellFormed();
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** HTML that shows a text as it is, with its line breaks. */
export const htmlOfText = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '').replaceAll(/\r\n?|\n/g, '<br>');
