/** The texts that make a domain: the template in templates/domain/ under the domain's names, and where it is registered. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capital, type DomainNames, NameRefused, requireFree, small } from './domain-names.ts';

const root = join(import.meta.dirname, '..');
const template = join(import.meta.dirname, '../templates/domain');

/** A text of the template with a domain's names: in paths, in prose (which is marked as such), and in code. */
function rename(text: string, names: DomainNames): string {
  const forms: Record<string, string> = {
    '«sample»': names.word,
    '«samples»': names.words,
    '«Samples»': capital(names.words),
    sample: small(names.type),
    samples: names.plural,
    Sample: names.type,
    Samples: capital(names.plural),
  };
  // All in one go: a name may have the template's own in it.
  const parts = /((?<=\/)samples(?=[/.])|samples(?=\.md))|«samples?»|samples?/gi;
  return text.replaceAll(parts, (part, path?: string) => (path ? names.folder : (forms[part] ?? part)));
}

/** Where a domain is registered: in each file, lines that go among those of their kind, in the order of their letters. */
export const registrations: Record<string, [kind: RegExp, line: string][]> = {
  'prisma/models/accounts.prisma': [[/^ {2}\w+ +\w+\[\]$(?=\n\}\n\n.*\nmodel Credential )/gm, '  samples Sample[]']],
  'src/schema.ts': [
    [
      /^import .* from '\.\/domains\/.*';$/gm,
      "import { defineSamples } from '../schema/domains/samples/samples.schema.ts';",
    ],
    // What is over rows of all types comes after the types; search is the first of it.
    [/^ {2}define\w+,(?=\n {2}defineSearch,$)/gm, '  defineSamples,'],
  ],
  'src/documents.ts': [
    [
      /^import .* from '\.\/domains\/.*';$/gm,
      "import { sampleDocument } from '../schema/domains/samples/samples.documents.ts';",
    ],
    [/^ {2}\w+Document,$/gm, '  sampleDocument,'],
  ],
  'src/restores.ts': [
    [
      /^import .* from '\.\/domains\/.*';$/gm,
      "import { restoreSample } from '../schema/domains/samples/samples.service.ts';",
    ],
    [/^ {2}\w+: restore\w+,$/gm, '  sample: restoreSample,'],
  ],
  // Until somebody says what a life has of it.
  'test/demo/seed.test.ts': [[/^ {2}'\w+',$/gm, "  'Sample',"]],
  'docs/domains/README.md': [
    [
      /^- \[.*\]\([a-z-]+\.md\).*$/gm,
      '- [«Samples»](samples.md): a title and notes for each. [Code](../../src/domains/samples/)',
    ],
  ],
};

function register(path: string, names: DomainNames): string {
  let text = readFileSync(join(root, path), 'utf8');
  for (const [kind, line] of registrations[path] ?? []) {
    const renamed = rename(line, names);
    const lines = [...text.matchAll(kind)];
    const before = lines.findLast(([other]) => other < renamed) ?? lines.at(-1);
    if (!before) throw new Error(`${path} has no line ${String(kind)} for "${line}" to go behind.`);
    const end = before.index + before[0].length;
    text = `${text.slice(0, end)}\n${renamed}${text.slice(end)}`;
  }
  return text;
}

/**
 * The files that make a domain, and those that name it, by their paths in the project, as they are to be but for their
 * formatting. Nothing is written.
 * @throws NameRefused when a name is taken, or a file is there already
 */
export function filesOf(names: DomainNames): Map<string, string> {
  const paths = globSync('**/*.*', { cwd: template }).sort();
  const texts = paths.map((path) => readFileSync(join(template, path), 'utf8'));
  requireFree(join(root, 'schema/schema.graphql'), names, texts.join('\n').replaceAll(/samples?/gi, ''));
  const made = paths.map((path, index): [string, string] => [rename(path, names), rename(texts[index] ?? '', names)]);
  const there = made.find(([path]) => existsSync(join(root, path)));
  if (there) throw new NameRefused(`${there[0]} is there already.`);
  return new Map([
    ...made,
    ...Object.keys(registrations).map((path): [string, string] => [path, register(path, names)]),
  ]);
}
