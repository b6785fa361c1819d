import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { buildSchema, getNamedType, specifiedScalarTypes } from 'graphql';

/** What a domain is called, in every form that its code needs. */
export interface DomainNames {
  /** Its folder, in kebab-case: `reading-lists`. */
  readonly folder: string;
  /** The GraphQL type and Prisma model of its rows: `ReadingList`. */
  readonly type: string;
  /** Its rows in camelCase, which is also the field that lists them: `readingLists`. */
  readonly plural: string;
  /** One of its rows, and several, in prose: `reading list`, `reading lists`. */
  readonly word: string;
  readonly words: string;
}

export const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
export const small = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** A name that cannot be taken, and why. */
export class NameRefused extends Error {}

/**
 * The singular of the last word of a plural: `ies` becomes `y`, the `es` goes after a hissing sound, and otherwise the
 * `s`. Null for a word that does not end like a plural; what English says otherwise (`movies`, `people`), only a person knows.
 */
export function singularOf(plural: string): string | null {
  if (/[^aeiou-]ies$/.test(plural)) return plural.replace(/ies$/, 'y');
  if (/(?:ss|sh|ch|x|z)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s-]s$/.test(plural) ? plural.slice(0, -1) : null;
}

const pascal = (kebab: string) => kebab.split('-').map(capital).join('');

/**
 * The names of a domain, from its folder.
 * @param type what its rows are, where that is not the singular of the folder
 * @throws NameRefused for names that are not written as such names are
 */
export function namesOf(folder: string, type?: string): DomainNames {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(folder))
    throw new NameRefused(`"${folder}" is no name for a domain: say a plural in kebab-case, such as reading-lists.`);
  const singular = singularOf(folder);
  const given = type ?? (singular === null ? undefined : pascal(singular));
  if (given === undefined)
    throw new NameRefused(`"${folder}" does not end like a plural: say what one of its rows is, such as --type Book.`);
  if (!/^[A-Z][A-Za-z]*$/.test(given))
    throw new NameRefused(`"${given}" is no name for a type: say a singular in PascalCase, such as ReadingList.`);
  const plural = small(pascal(folder));
  if (small(given) === plural)
    throw new NameRefused(`One row and several would both be "${plural}": name the folder in the plural.`);
  const word = given.replaceAll(/(?!^)([A-Z])/g, ' $1').toLowerCase();
  return { folder, type: given, plural, word, words: folder.replaceAll('-', ' ') };
}

/** The names in GraphQL that a domain's schema makes: those of types, and those of root fields. */
function graphqlNames({ type, plural }: DomainNames) {
  const mutations = ['create', 'update', 'trash', 'restore'].map((verb) => `${verb}${type}`);
  const inputs = [`Create${type}Input`, `Update${type}Input`];
  const lists = ['', 'Connection', 'Edge', 'Filter', 'Order', 'OrderField'].map((part) => `${type}${part}`);
  return {
    types: [...lists, ...inputs, ...mutations.map((name) => `${capital(name)}Result`)],
    fields: [small(type), plural, ...mutations],
  };
}

/**
 * Throws unless names are free: in the schema as it is, and in the code that is to be made.
 * @param sdl the file of the schema
 * @param code that code without the names: what it says already, they would hide
 * @throws NameRefused with the first name that is taken
 */
export function requireFree(sdl: string, names: DomainNames, code: string): void {
  const schema = buildSchema(readFileSync(sdl, 'utf8'));
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
  const { types, fields } = graphqlNames(names);
  const builtIn = specifiedScalarTypes.map(({ name }) => name);
  const takenType = types.find((name) => builtIn.includes(name) || schema.getType(name) !== undefined);
  if (takenType) throw new NameRefused(`There already is a GraphQL type ${takenType}.`);
  const taken = roots.find(({ name }) => fields.includes(name));
  if (taken) throw new NameRefused(`There already is a root field ${taken.name}, of ${getNamedType(taken.type).name}.`);
  const used = [names.type, names.plural].find((name) => new RegExp(`\\b${name}\\b`).test(code));
  if (used) throw new NameRefused(`The code of a domain uses the name "${used}" for something of its own.`);
  try {
    new Script(`'use strict'; let ${names.plural};`);
  } catch {
    throw new NameRefused(`"${names.plural}" is a word of the language that the code is written in.`);
  }
}
