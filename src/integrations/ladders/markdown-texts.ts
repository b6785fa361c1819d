import type { Nodes } from 'mdast';

/** The line on which something begins, from 1. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/**
 * The text of something without markup. Links have their addresses, also those into other files: nothing is read from there.
 * @param isName links say nothing more than their text
 */
export function plain(node: Nodes, isName = false): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : '';
  if ('value' in node) return node.value;
  if (node.type === 'image') return node.alt ?? '';
  const text = 'children' in node ? node.children.map((child) => plain(child, isName)).join('') : '';
  if (isName || node.type !== 'link' || node.url.startsWith('#') || node.url === text) return text;
  return `${text} (${node.url})`;
}
