/** The texts that make a feature: the template in templates/domain/ under the feature's names, and the files that name it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { capital, type DomainNames, NameRefused, requireFree, small } from './domain-names.ts';
import { root } from './root.ts';

const template = join(root, 'templates/domain');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isThere = (path: string) => existsSync(join(root, path));

/** A text of the template with a feature's names: in paths, in prose (between guillemets), and in code. */
function rename(text: string, names: DomainNames): string {
  const forms: Record<string, string> = {
    areas: names.area,
    '«Areas»': capital(names.area.replaceAll('-', ' ')),
    '«sample»': names.word,
    '«samples»': names.words,
    '«Samples»': capital(names.words),
    sample: small(names.type),
    samples: names.plural,
    Sample: names.type,
    Samples: capital(names.plural),
  };
  const an = /^[aeiou]/.test(names.word) ? 'an' : 'a';
  const written = text.replaceAll(/\ba(?= «sample»)/g, an);
  // In one pass: a name may contain one of the template's.
  const parts = /(?<=\/)(samples)(?=[/.])|(?<=[/(])areas(?=[/.])|«Areas»|«samples?»|samples?/gi;
  return written.replaceAll(parts, (part, folder?: string) => (folder ? names.folder : (forms[part] ?? part)));
}

/** Lines to add to a file, each after the last line of its kind that sorts before it. */
type Registration = [kind: RegExp, line: string][];

/** The files that name each feature. src/domains.ts is the one list in code; the others cannot be derived from it. */
const registrations: Record<string, Registration> = {
  'src/domains.ts': [
    [/^import .* from '\.\/domains\/.*';$/gm, "import { samples } from './domains/areas/samples/samples.ts';"],
    // Before the features across all types, of which search is the first.
    [/^ {2}\w+,(?=\n {2}search,$)/gm, '  samples,'],
  ],
  'prisma/models/accounts.prisma': [[/^ {2}\w+ +\w+\[\]$(?=\n\}\n\n.*\nmodel Credential )/gm, '  samples Sample[]']],
  // The demo has none yet.
  'test/demo/seed.test.ts': [[/^ {2}'\w+',$/gm, "  'Sample',"]],
  'docs/domains/README.md': [
    [
      /^- \[.*\]\([a-z/-]+\.md\).*$/gm,
      '- [«Samples»](areas/samples.md): a title and notes for each. Code: [«samples»](../../src/domains/areas/samples/)',
    ],
  ],
};

/** A file's text with the lines that name a feature. */
function register(path: string, given: string, names: DomainNames): string {
  let text = given;
  for (const [kind, line] of registrations[path] ?? []) {
    const renamed = rename(line, names);
    const lines = [...text.matchAll(kind)];
    const before = lines.findLast(([other]) => other < renamed) ?? lines.at(-1);
    if (!before) throw new Error(`${path} has no line ${String(kind)} for "${line}" to follow.`);
    const end = before.index + before[0].length;
    text = `${text.slice(0, end)}\n${renamed}${text.slice(end)}`;
  }
  return text;
}

/** The schema that is committed. */
export const currentSchema = (): GraphQLSchema => buildSchema(read('schema/schema.graphql'));

/**
 * The files that make a feature and those that name it, by their paths in the project, unformatted. Writes nothing.
 * @throws NameRefused if a name is taken or a file exists already
 */
export function filesOf(names: DomainNames, schema = currentSchema()): Map<string, string> {
  const paths = globSync('**/*.*', { cwd: template }).sort();
  const texts = paths.map((path) => readFileSync(join(template, path), 'utf8'));
  requireFree(schema, names, texts.join('\n').replaceAll(/samples?/gi, ''));
  const [same] = globSync(`src/domains/*/${names.folder}`, { cwd: root });
  if (same) throw new NameRefused(`${same} exists already.`);
  const made = new Map<string, string>();
  for (const [index, text] of texts.entries()) {
    const path = rename(`/${paths[index]}`, names).slice(1);
    const renamed = rename(text, names);
    // An area that exists has its README, and one file for the models of all its features.
    if (path.endsWith('README.md') && isThere(dirname(path))) continue;
    if (!isThere(path)) made.set(path, renamed);
    else if (path.endsWith('.prisma')) made.set(path, `${read(path)}\n${renamed}`);
    else throw new NameRefused(`${path} exists already.`);
  }
  for (const path of Object.keys(registrations)) made.set(path, register(path, made.get(path) ?? read(path), names));
  return made;
}

/** The text of all models, with some files as they are to be. */
export function modelsWith(files: ReadonlyMap<string, string>): string {
  const given = [...files.keys()].filter((path) => path.startsWith('prisma/models/'));
  const paths = new Set([...globSync('prisma/models/*.prisma', { cwd: root }), ...given]);
  return [...paths]
    .sort()
    .map((path) => files.get(path) ?? read(path))
    .join('\n');
}
