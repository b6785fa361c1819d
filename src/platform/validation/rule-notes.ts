import { z } from 'zod';

/**
 * What a rule says about itself, beside what it checks. The schema layer reads it: descriptions get their limits from it,
 * and ids are parsed by it. So a limit is written once, in the rule.
 */
export interface RuleNotes {
  /** The limits in a sentence for a field's description: `At most 2,000 characters.` */
  readonly limits?: string;
  /** The value, or each item of the list, is the id of a record of this type. */
  readonly idOf?: string;
  /** The value is an id that the client chooses for a new record of this type. */
  readonly chosenIdOf?: string;
  /** The value is the id of a node of any type. */
  readonly nodeRef?: boolean;
  /** The value is the version that a record must be at. */
  readonly ifVersion?: boolean;
}

/** The rules of an input: a zod object. They are the same for everybody; see `current-calendar.ts`. */
export type InputRules = z.ZodType;

/** The same rule, with notes. */
export function describeRule<S extends z.ZodType>(rule: S, notes: RuleNotes): S {
  return rule.meta({ notes });
}

/** The notes on a rule, through the wrappers that make it optional or give it a default. Empty if it has none. */
export function notesOf(rule: z.ZodType): RuleNotes {
  const own = rule.meta()?.notes as RuleNotes | undefined;
  if (own) return own;
  const inner = innerOf(rule);
  return inner ? notesOf(inner) : {};
}

/** The fields of an object rule, through refinements and transformations. Empty for any other rule. */
export function shapeOf(rule: z.ZodType): Readonly<Record<string, z.ZodType>> {
  if (rule instanceof z.ZodObject) return rule.shape as Record<string, z.ZodType>;
  const inner = innerOf(rule);
  return inner ? shapeOf(inner) : {};
}

/** Whether a field can be set to null. Not if null is transformed, such as to a default. */
export function isNullable(rule: z.ZodType): boolean {
  if (rule instanceof z.ZodNullable) return true;
  const inner = rule instanceof z.ZodPipe ? null : innerOf(rule);
  return inner !== null && isNullable(inner);
}

function innerOf(rule: z.ZodType): z.ZodType | null {
  // A transformation comes after the rule, or before it (`z.preprocess`).
  if (rule instanceof z.ZodPipe) return (rule.in instanceof z.ZodTransform ? rule.out : rule.in) as z.ZodType;
  const wraps =
    rule instanceof z.ZodOptional ||
    rule instanceof z.ZodNullable ||
    rule instanceof z.ZodDefault ||
    rule instanceof z.ZodPrefault ||
    rule instanceof z.ZodReadonly;
  return wraps ? (rule.unwrap() as z.ZodType) : null;
}
