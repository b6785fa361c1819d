/* What files of other programs are read as, whatever their format. */

/** Something about a place of a file. */
export interface ImportFault {
  /** The place: `line 5`, `Connections.csv, line 5` or `items[3]`. */
  readonly at: string;
  /** What is to be said of it, as a sentence. */
  readonly reason: string;
}

/** What a part of a file becomes. */
export interface MappedField {
  /** A column, a field or a value of the file. */
  readonly from: string;
  /** What it becomes. */
  readonly to: string;
}

/** What all records of a file have. */
interface Imported {
  /** The place of the row or item that it came from. */
  readonly at: string;
  /** What it is recognized by when the file is read again: its id in the file, or its content if it has none. */
  readonly key: string;
}

/** A moment as text with its offset, such as `2026-11-23T09:00:00Z`. */
type Instant = string;

export interface ImportedTask extends Imported {
  readonly kind: 'TASK';
  readonly title: string;
  readonly description?: string;
  readonly status?: 'TODO' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED';
  /** When it was done or cancelled, if that is known. */
  readonly completedAt?: Instant | null;
  /** 0 none to 4 urgent. */
  readonly priority?: number;
  readonly scheduledOn?: string | null;
  readonly scheduledAt?: Instant | null;
  readonly dueOn?: string | null;
  readonly estimateMinutes?: number | null;
  /** The key of the task that it is a part of. */
  readonly parentKey?: string | null;
  /** The keys of the tasks that it waits for. */
  readonly blockedByKeys?: readonly string[];
  /** The list or project that it is in. */
  readonly project?: string;
  readonly labels?: readonly string[];
  /** How it repeats, as an RRULE, if it can be said so. */
  readonly recurrence?: { readonly rule: string; readonly anchor: 'SCHEDULE' | 'COMPLETION' } | null;
}

export interface ImportedEnergy extends Imported {
  readonly kind: 'ENERGY_ENTRY';
  readonly moment: Instant;
  /** From 1 to 5. */
  readonly energy?: number;
  readonly mood?: number;
  readonly focus?: number;
  readonly stress?: number;
  readonly engagement?: number;
  readonly notes?: string;
  readonly labels?: readonly string[];
}

export interface ImportedContact {
  readonly name: string;
  readonly email?: string;
}

export interface ImportedApplication extends Imported {
  readonly kind: 'JOB_APPLICATION';
  readonly title: string;
  readonly company: string;
  readonly url?: string | null;
  readonly source?: string;
  readonly notes?: string;
  readonly postingText?: string;
  /** The name of its stage in Waymark. */
  readonly stage: string;
  readonly enteredAt?: Instant | null;
  readonly appliedOn?: string | null;
  readonly contacts?: readonly ImportedContact[];
}

export interface ImportedPerson extends Imported {
  readonly kind: 'PERSON';
  readonly name: string;
  readonly company?: string;
  readonly emails?: readonly string[];
  readonly relationship?: string;
  readonly notes?: string;
}

export interface ImportedMeeting extends Imported {
  readonly kind: 'MEETING';
  readonly title: string;
  readonly startsAt?: Instant;
  readonly endsAt?: Instant;
  /** The days of an all-day meeting. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly place?: string;
  readonly description?: string;
  readonly isFree?: boolean;
  readonly attendees?: readonly ImportedContact[];
  readonly labels?: readonly string[];
}

export interface ImportedLearning extends Imported {
  readonly kind: 'LEARNING';
  readonly title: string;
  readonly notes?: string;
  readonly sourceKind?: string;
  readonly sourceTitle?: string;
  readonly sourceUrl?: string | null;
  readonly learnedOn?: string | null;
  readonly labels?: readonly string[];
}

/** A review of a card, from the log of its program. */
export interface ImportedReview {
  readonly reviewedAt: Date;
  readonly rating: 'AGAIN' | 'HARD' | 'GOOD' | 'EASY';
  readonly durationSeconds: number;
}

export interface ImportedPrompt extends Imported {
  readonly kind: 'PROMPT';
  /** The number of the line, or of the note, that it stands at. */
  readonly line: number;
  /** The title of the learning that it belongs to. */
  readonly deck: string;
  readonly question: string;
  readonly answer: string;
  readonly isSuspended?: boolean;
  /** When it is due by its program. Null if it is new there. */
  readonly schedule?: { readonly dueOn: string; readonly intervalDays: number; readonly ease: number } | null;
  readonly reviews?: readonly ImportedReview[];
}

export type ImportedRecord =
  | ImportedTask
  | ImportedEnergy
  | ImportedApplication
  | ImportedPerson
  | ImportedMeeting
  | ImportedLearning
  | ImportedPrompt;

/** The kinds of records that files have. */
export type ImportedKind = ImportedRecord['kind'];

/** What a file has. The rows that were read are those that gave something and those that were left out. */
export interface ImportedFile {
  readonly mapping: readonly MappedField[];
  readonly records: readonly ImportedRecord[];
  /** The number of rows or items of the file. */
  readonly readCount: number;
  readonly skipped: readonly ImportFault[];
  /** What was read otherwise than the file has it. */
  readonly warnings: readonly ImportFault[];
}

/** A row or item cannot be read. The message is a sentence that quotes nothing but dates and names of choices. */
export class RowError extends Error {
  override name = 'RowError';
}

/** The file cannot be read as what it is said to be. The message says what to do. */
export class ImportFileError extends Error {
  override name = 'ImportFileError';
}
