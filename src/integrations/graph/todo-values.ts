import { withoutControls } from '../ics/content-line.ts';
import type { TodoFields } from './todo.ts';

/* Values of To Do and of Waymark's tasks, in both ways. */

/** Text of any number of lines, from a body that may be HTML. */
export function textOfBody({ content, contentType }: TodoFields['body']): string {
  const text = contentType.toLowerCase() === 'html' ? withoutTags(content) : content;
  return cleanText(text.replaceAll(/\r\n?/g, '\n')).trimEnd();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of HTML as mail programs write it. */
function withoutTags(html: string): string {
  return html
    .replaceAll(/<(head|style|script)\b[^>]*>.*?<\/\1\s*>/gis, '')
    .replaceAll(/[\t\r\n ]+/g, ' ')
    .replaceAll(/<br\b[^>]*>|<\/(?:p|div|li|tr|h[1-6])\s*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,6});/gi, (whole, name: string) => entityOf(name) ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A text without control characters except tabs and line breaks. */
const cleanText = (text: string) => withoutControls(text).toWellFormed();

/** A text in one line, trimmed. */
export const singleLine = (text: string) =>
  cleanText(text)
    .replaceAll(/[\t\n\u2028\u2029]+/g, ' ')
    .trim();
