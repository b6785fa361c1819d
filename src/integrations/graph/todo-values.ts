import { textOfHtml } from '../html.ts';
import { withoutControls } from '../ics/content-line.ts';
import type { TodoFields } from './todo.ts';

/* Values of To Do and of Waymark's tasks, in both ways. */

/** Text of any number of lines, from a body that may be HTML. */
export function textOfBody({ content, contentType }: TodoFields['body']): string {
  const text = contentType.toLowerCase() === 'html' ? textOfHtml(content) : content;
  return cleanText(text.replaceAll(/\r\n?/g, '\n')).trimEnd();
}

/** A text without control characters except tabs and line breaks. */
const cleanText = (text: string) => withoutControls(text).toWellFormed();

/** A text in one line, trimmed. */
export const singleLine = (text: string) =>
  cleanText(text)
    .replaceAll(/[\t\n\u2028\u2029]+/g, ' ')
    .trim();
