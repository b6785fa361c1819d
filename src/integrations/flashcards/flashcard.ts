/* What files of flashcards are read as. */

/** When a card of another program is due. */
export interface CardSchedule {
  /** The day, `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** The days since the last review until then, 1 or more. */
  readonly intervalDays: number;
  /** How much longer each interval was than the one before, such as 2.5. */
  readonly ease: number;
}

/** A card of a file. A note can have several, such as one for each direction. */
export interface Flashcard {
  /** The number of the first line of its note, starting at 1. */
  readonly line: number;
  /** What the card is recognized by when the file is read again: the note, and which of its cards it is. */
  readonly key: string;
  /** The deck. Empty if the file does not say. */
  readonly deck: string;
  readonly question: string;
  readonly answer: string;
  /** Null if the file says nothing of it. */
  readonly schedule: CardSchedule | null;
}

/** A note that gives no card, or something of a card that was not read. */
export interface UnreadNote {
  readonly line: number;
  /** Why, as a sentence. */
  readonly reason: string;
}

/** What a file of flashcards has. */
export interface FlashcardFile {
  readonly cards: readonly Flashcard[];
  readonly unread: readonly UnreadNote[];
  /** What was read otherwise than the file has it. */
  readonly warnings: readonly UnreadNote[];
}

/** The lines of a file, without its byte order mark. */
export const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);

/** A text with some of its parts hidden: which parts, and what is shown of each in the question. */
export interface Cloze {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
}
