import { sameName } from './keys.ts';
import type { Ladder } from './ladder.ts';

/** The skills that a table has given so far. */
export class GivenSkills {
  readonly #lines = new Map<string, number>();
  readonly #ladder: Ladder;

  constructor(ladder: Ladder) {
    this.#ladder = ladder;
  }

  /** Says that a line gives a skill, by its name and those above it. Returns whether it is the first to do so: another one is a fault. */
  require(line: number, ...names: readonly string[]): boolean {
    const key = JSON.stringify(names.map(sameName));
    const other = this.#lines.get(key);
    if (other === undefined) this.#lines.set(key, line);
    else this.#ladder.fault(line, `must not give a skill twice: ${names.at(-1)}, as on line ${other}`);
    return other === undefined;
  }
}
