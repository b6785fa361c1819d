import { Parser } from 'htmlparser2';

/** Elements that are lines of their own. */
const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'tr']);
/** Elements whose content is no text. */
const hidden = new Set(['script', 'style', 'template', 'head', 'iframe', 'object', 'svg', 'math']);

/**
 * The text of what other services keep as HTML: paragraphs and line breaks become lines, entities characters, and a link whose text is not
 * its address is followed by it. No markup is left, except what the text itself says.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let hiddenDepth = 0;
  const links: { href: string; from: number }[] = [];
  const endLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser({
    onopentag(name, { href = '' }) {
      if (hidden.has(name)) hiddenDepth += 1;
      else if (name === 'br') text += '\n';
      else if (blocks.has(name)) endLine();
      else if (name === 'a') links.push({ href, from: text.length });
    },
    ontext(some) {
      // The lines of the source mean nothing, as in any HTML.
      if (hiddenDepth > 0) return;
      const words = some.replaceAll(/\s+/g, ' ');
      const isBetweenLines = words === ' ' && (text === '' || text.endsWith('\n'));
      if (!isBetweenLines) text += words;
    },
    onclosetag(name) {
      if (hidden.has(name)) hiddenDepth -= 1;
      else if (blocks.has(name)) endLine();
      else if (name === 'a') {
        const { href, from } = links.pop() ?? { href: '', from: 0 };
        if (/^(https?:|mailto:)/i.test(href) && !text.slice(from).includes(href)) text += ` (${href})`;
      }
    },
  });
  parser.end(html);
  const lines = text.replaceAll(/[^\n\P{Cc}]/gu, '').split('\n');
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
