/**
 * A part of a document that is not parsed: the brackets of a list or map, or lines that are indented as far as it. It is fed with all lexemes
 * of the document, and takes those that belong to it.
 */
export class SkippedPart {
  #isOpen = false;
  /** Null for brackets. */
  #indent: number | null = null;
  #brackets = 0;
  /** The indentation of the line so far. Null behind its beginning. */
  #column: number | null = null;

  /** Whether a text of lines follows, which has its indentation in it. */
  #hasText = false;

  /** @param indent the indentation of the part. Null if its bracket has just opened */
  begin(indent: number | null): void {
    this.#isOpen = true;
    this.#indent = indent;
    this.#brackets = 1;
    this.#column = null;
    this.#hasText = false;
  }

  /** Whether a lexeme belongs to the part, which ends before the first one that does not. */
  takes(lexeme: string, kind: string): boolean {
    if (!this.#isOpen) return false;
    return this.#indent === null ? this.#takesInBrackets(kind) : this.#takesInLines(lexeme, kind, this.#indent);
  }

  #takesInBrackets(kind: string): boolean {
    if (kind === 'flow-seq-start' || kind === 'flow-map-start') this.#brackets += 1;
    if (kind === 'flow-seq-end' || kind === 'flow-map-end') this.#brackets -= 1;
    this.#isOpen = this.#brackets > 0 && kind !== 'flow-error-end';
    return this.#isOpen;
  }

  /** Line breaks and indentation are parsed, so that the parser knows where the next line begins. */
  #takesInLines(lexeme: string, kind: string, indent: number): boolean {
    if (kind === 'block-scalar-header') this.#hasText = true;
    if (kind === 'newline') this.#column = 0;
    else if (kind === 'space' && this.#column !== null) this.#column += lexeme.length;
    else if (this.#column !== null && this.#column < indent && !(this.#hasText && kind === 'scalar'))
      this.#isOpen = false;
    else {
      if (kind === 'scalar') this.#hasText = false;
      this.#column = null;
      return true;
    }
    return false;
  }
}
