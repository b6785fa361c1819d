import type { FakeBoards } from '../../test/support/fakes/miro/boards.ts';

/* What the Miro of the demo has: a board to push to, and one with sticky notes to read. */

const notes: [string, string, readonly string[]][] = [
  ['<p>Ask Grace how she plans talks</p>', 'yellow', ['to do']],
  ['<p>Write down the <strong>lessons</strong> of the last incident</p><p>Before the review</p>', 'yellow', ['to do']],
  ['<p>A delta link is bound to its window</p>', 'light_green', []],
  ['<p>Small batches make reviews quick</p>', 'light_green', []],
];

/** Fills the boards of a user. */
export function fillBoards(boards: FakeBoards, user: string): void {
  boards.addBoard('Plans', user);
  boards.addBoard('Retrospective', user);
  for (const [index, [content, fillColor, tags]] of notes.entries()) {
    const position = { x: 150 + 230 * index, y: 150 };
    boards.add('Retrospective', 'sticky_note', { data: { content }, style: { fillColor }, position }, tags);
  }
}
