import type { Nodes } from 'mdast';
import { textOfHtml } from '../html.ts';

/** The line on which something begins, from 1. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/**
 * The text of something without markup. Links have their addresses, also those into other files: nothing is read from there.
 * @param isName links say nothing more than their text
 */
export function plain(node: Nodes, isName = false): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return textOfHtml(node.value) || textOfTag(node.value);
  if ('value' in node) return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  const text = 'children' in node ? node.children.map((child) => plain(child, isName)).join('') : '';
  if (isName || node.type !== 'link' || node.url.startsWith('#') || node.url === text) return text;
  return `${text} (${node.url})`;
}

/** What a tag of HTML within a text says: a line break, if its element is a line of its own, with a bullet in a list. */
function textOfTag(tag: string): string {
  if (/^<li\b/i.test(tag)) return '\n- ';
  return /^<(?:br|\/?(?:p|div|ul|ol)|\/li)\b/i.test(tag) ? '\n' : '';
}

/** What stands in something, at any depth, and itself. */
export function* allIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* allIn(child);
}
