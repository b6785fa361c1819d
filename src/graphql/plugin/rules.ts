import type { z } from 'zod';
import { listed } from '../../platform/text/english.ts';
import { type InputRules, isNullable, notesOf, type RuleNotes, shapeOf } from '../../platform/validation/rule-notes.ts';
import { wordsOfType } from '../names.ts';
import { once, type Registry } from '../registry.ts';

/** The rule of each field of an input. */
export type RulesShape = Readonly<Record<string, z.ZodType>>;

/** The fields of an input type's rules, made once for each type: it takes longer than all else that is done with a field. */
export function rulesShape(registry: Registry, type: string, rules: InputRules): RulesShape {
  return once(registry, `rules of ${type}`, () => shapeOf(rules));
}

/** The description of an input field: what the schema says, then the limits that its rule says. */
export function describeField(given: string | null | undefined, notes: RuleNotes): string | undefined {
  const text = given ?? defaultDescription(notes);
  return [text, notes.limits].filter(Boolean).join(' ') || undefined;
}

/** What a change of some fields does with those that are left out or null, in a sentence for its description. */
export function describeOmissions(rules: RulesShape): string {
  const clearable = Object.entries(rules).filter(([name, rule]) => isNullable(rule) && !explainsNull(name, rule));
  const names = clearable.map(([name]) => `\`${name}\``).sort();
  const cleared = names.length === 0 ? '' : `; null clears ${listed(names)}`;
  return `Fields that are left out stay as they are${cleared}.`;
}

/** Whether null means something else: no condition, no chosen id, or the first place among siblings. */
const explainsNull = (name: string, rule: z.ZodType) =>
  name === 'afterId' || Boolean(notesOf(rule).ifVersion ?? notesOf(rule).chosenIdOf);

function defaultDescription({ idOf, chosenIdOf, nodeRef, ifVersion }: RuleNotes): string | undefined {
  if (idOf) return `The id of the ${wordsOfType(idOf)}.`;
  if (chosenIdOf)
    return `An id of your choice for the new ${wordsOfType(chosenIdOf)}, a UUID. The same call sent again then creates nothing new.`;
  if (nodeRef) return 'The id of the node.';
  if (ifVersion) return 'Only apply if the version is still this one. Otherwise the result is a ConflictError.';
  return undefined;
}
