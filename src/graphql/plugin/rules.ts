import type { z } from 'zod';
import { createCalendar } from '../../platform/time/calendar.ts';
import { type InputRules, type RuleNotes, shapeOf } from '../../platform/validation/rule-notes.ts';
import { wordsOfType } from '../names.ts';

/** The fields of some rules. Which there are, and their limits, is the same for every calendar. */
export function rulesShape(rules: InputRules): Readonly<Record<string, z.ZodType>> {
  if (typeof rules !== 'function') return shapeOf(rules);
  const settings = { timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' } as const;
  return shapeOf(rules(createCalendar(new Date(0), settings)));
}

/** The description of an input field: what the schema says, then the limits that its rule says. */
export function describeField(given: string | null | undefined, notes: RuleNotes): string | undefined {
  const text = given ?? usualDescription(notes);
  return [text, notes.limits].filter(Boolean).join(' ') || undefined;
}

function usualDescription({ idOf, chosenIdOf, nodeRef, ifVersion }: RuleNotes): string | undefined {
  if (idOf) return `The id of the ${wordsOfType(idOf)}.`;
  if (chosenIdOf)
    return `An id of your choice for the new ${wordsOfType(chosenIdOf)}, a UUID. The same call sent again then creates nothing new.`;
  if (nodeRef) return 'The id of the node.';
  if (ifVersion) return 'Only apply if the version is still this one. Otherwise the result is a ConflictError.';
  return undefined;
}
