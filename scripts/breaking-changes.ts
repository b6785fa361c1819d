import { BreakingChangeType, type BreakingChangeType as BreakingKind, buildSchema, findSchemaChanges } from 'graphql';

/** A change after which a client's operation may fail. */
interface BreakingChange {
  /** The schema coordinate of what changed: `Task.deadline`, `Query.tasks(first:)`. */
  readonly coordinate: string;
  /** What changed, as a sentence. */
  readonly description: string;
}

/** Where graphql-js' description of a change names what changed. */
const coordinates: Record<BreakingKind, RegExp> = {
  TYPE_REMOVED: /(\S+) was removed/,
  TYPE_CHANGED_KIND: /^(\S+) changed/,
  TYPE_REMOVED_FROM_UNION: /from union type (\S+)\.$/,
  VALUE_REMOVED_FROM_ENUM: /^Enum value (\S+)/,
  REQUIRED_INPUT_FIELD_ADDED: /^A required field (\S+)/,
  IMPLEMENTED_INTERFACE_REMOVED: /^(\S+) no longer/,
  FIELD_REMOVED: /^Field (\S+)/,
  FIELD_CHANGED_KIND: /^Field (\S+)/,
  REQUIRED_ARG_ADDED: /^A required argument (\S+)/,
  ARG_REMOVED: /^Argument (\S+)/,
  ARG_CHANGED_KIND: /^Argument (\S+)/,
  DIRECTIVE_REMOVED: /^Directive (\S+)/,
  DIRECTIVE_ARG_REMOVED: /^Argument (\S+)/,
  REQUIRED_DIRECTIVE_ARG_ADDED: /^A required argument (\S+)/,
  DIRECTIVE_REPEATABLE_REMOVED: /from (\S+)\.$/,
  DIRECTIVE_LOCATION_REMOVED: /from (\S+)\.$/,
};

const isBreaking = (type: string): type is BreakingKind => type in BreakingChangeType;

/**
 * The breaking changes from one schema to another.
 * @param released the SDL of the last release
 * @param current the SDL to compare with it
 */
export function breakingChanges(released: string, current: string): BreakingChange[] {
  return findSchemaChanges(buildSchema(released), buildSchema(current)).flatMap(({ type, description }) => {
    if (!isBreaking(type)) return [];
    const coordinate = coordinates[type].exec(description)?.[1];
    if (coordinate === undefined) throw new Error(`No schema coordinate in "${description}" (${type}).`);
    return [{ coordinate, description }];
  });
}

/** The coordinates that a changelog's section "Unreleased" names, as code: `Task.deadline` between backticks. */
export function announcedIn(changelog: string): Set<string> {
  const [, section = ''] = /^## Unreleased\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(changelog) ?? [];
  return new Set([...section.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string));
}
