import { Script } from 'node:vm';
import { type GraphQLSchema, getNamedType, specifiedScalarTypes } from 'graphql';

/** The names of a feature, in every form that its code needs. */
export interface DomainNames {
  /** The folder of its area, in kebab-case: `reading`. */
  readonly area: string;
  /** Its own folder, in kebab-case: `reading-lists`. */
  readonly folder: string;
  /** The GraphQL type and Prisma model of its records: `ReadingList`. */
  readonly type: string;
  /** Its records in camelCase, which is also the field that lists them: `readingLists`. */
  readonly plural: string;
  /** One of its records, and several, in prose: `reading list`, `reading lists`. */
  readonly word: string;
  readonly words: string;
}

export const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
export const small = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
/** The words of a name in PascalCase or camelCase, in lower case. */
const wordsOf = (name: string) => name.replaceAll(/(?!^)([A-Z])/g, ' $1').toLowerCase();

/** A name that cannot be used, and why. */
export class NameRefused extends Error {}

/**
 * The singular of the last word of a plural: `ies` becomes `y`, the `es` after `ss`, `sh`, `ch`, `x` and `z` goes, and otherwise
 * the `s`. Null for a word that does not end like a plural; exceptions of English (`movies`, `people`) have to be given.
 */
export function singularOf(plural: string): string | null {
  if (/[^aeiou-]ies$/.test(plural)) return plural.replace(/ies$/, 'y');
  if (/(?:ss|sh|ch|x|z)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s-]s$/.test(plural) ? plural.slice(0, -1) : null;
}

const pascal = (kebab: string) => kebab.split('-').map(capital).join('');
const kebab = /^[a-z]+(?:-[a-z]+)*$/;

/**
 * The names of a feature.
 * @param path its folder below src/domains: `reading/reading-lists`, or `reading-lists` for an area of its own
 * @param type the type of its records, if it is not the singular of the folder
 * @throws NameRefused for names that are not well-formed
 */
export function namesOf(path: string, type?: string): DomainNames {
  const [area = '', folder = area, ...more] = path.split('/');
  if (!kebab.test(area) || !kebab.test(folder) || more.length > 0)
    throw new NameRefused(
      `"${path}" is not the name of a feature: give a plural in kebab-case, such as reading-lists, or an area and a plural, such as reading/reading-lists.`,
    );
  const singular = singularOf(folder);
  const given = type ?? (singular === null ? undefined : pascal(singular));
  if (given === undefined)
    throw new NameRefused(`"${folder}" does not end like a plural: give the type of its records, such as --type Book.`);
  if (!/^[A-Z][A-Za-z]*$/.test(given))
    throw new NameRefused(`"${given}" is not the name of a type: give a singular in PascalCase, such as ReadingList.`);
  // `meetings/items` of the type MeetingItem are meetingItems.
  const ending = singular === null ? '' : pascal(singular);
  const plural = small(
    ending !== '' && given.endsWith(ending) ? `${given.slice(0, -ending.length)}${pascal(folder)}` : pascal(folder),
  );
  if (small(given) === plural)
    throw new NameRefused(`One record and several would both be "${plural}": name the folder in the plural.`);
  return { area, folder, type: given, plural, word: wordsOf(given), words: wordsOf(plural) };
}

/** The names that a feature adds to the schema: those of types, and those of root fields. */
function graphqlNames({ type, plural }: DomainNames) {
  const mutations = ['create', 'update'].map((verb) => `${verb}${type}`);
  const lists = ['', 'Connection', 'Edge', 'Filter', 'Order', 'OrderField'].map((part) => `${type}${part}`);
  const parts = mutations.flatMap((name) => ['Input', 'Payload', 'Result'].map((part) => `${capital(name)}${part}`));
  return {
    types: [...lists, ...parts],
    fields: [small(type), plural, ...mutations],
  };
}

/**
 * Throws unless the names are free, in the schema and in the code to make.
 * @param schema the schema as it is
 * @param code the code to make, without the names: they would hide what it uses already
 * @throws NameRefused with the first name that is taken
 */
export function requireFree(schema: GraphQLSchema, names: DomainNames, code: string): void {
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
  const { types, fields } = graphqlNames(names);
  const builtIn = specifiedScalarTypes.map(({ name }) => name);
  const takenType = types.find((name) => builtIn.includes(name) || schema.getType(name) !== undefined);
  if (takenType) throw new NameRefused(`There is a GraphQL type ${takenType} already.`);
  const taken = roots.find(({ name }) => fields.includes(name));
  if (taken)
    throw new NameRefused(`There is a root field ${taken.name} of the type ${getNamedType(taken.type).name} already.`);
  const used = [names.type, names.plural].find((name) => new RegExp(`\\b${name}\\b`).test(code));
  if (used) throw new NameRefused(`The code of a feature uses the name "${used}" for something of its own.`);
  try {
    new Script(`'use strict'; let ${names.plural};`);
  } catch {
    throw new NameRefused(`"${names.plural}" is a reserved word of JavaScript.`);
  }
}
