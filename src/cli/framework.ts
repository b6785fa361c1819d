import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type FrameworkImport, importFramework } from '../domains/skills/framework-files/framework-files.service.ts';
import { actFor } from '../platform/context.ts';
import { InvalidInputError } from '../platform/errors.ts';
import { accountAt, defineCommand, print, printError, withApp } from './command.ts';

/** The frameworks that come with Waymark. */
const folder = join(import.meta.dirname, '../../frameworks');
const readyNames = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();

/** The text of a ready framework by its name, or of a file. */
const readSource = (name: string): string =>
  readyNames().includes(name) ? readFileSync(join(folder, `${name}.yaml`), 'utf8') : readFileSync(name, 'utf8');

/** The formats that files say by the ends of their names. Others are YAML or JSON. */
const formats: Readonly<Record<string, 'MARKDOWN' | 'CSV'>> = {
  ...{ '.md': 'MARKDOWN', '.markdown': 'MARKDOWN' },
  ...{ '.csv': 'CSV', '.tsv': 'CSV' },
};

/** What a file is, by its name. A table is called as its file unless it is given a name. */
function formatOf(file: string, name: string | undefined) {
  const end = extname(file).toLowerCase();
  const format = readyNames().includes(file) ? undefined : formats[end];
  const called = name ?? (format === 'CSV' ? basename(file, extname(file)) : undefined);
  return { ...(format && { format }), ...(called !== undefined && { name: called }) };
}

function report({ isDryRun, added, changed, removed, kept }: FrameworkImport): string {
  const parts = { added, changed, removed, 'not in the file, kept': kept };
  const lines = Object.entries(parts).flatMap(([what, all]) => [
    `${all.length} ${what}`,
    ...all.map(({ type, key, name, fields }) => {
      const of = fields.length > 0 ? `: ${fields.join(', ')}` : '';
      return `  ${type.toLowerCase()} ${key} (${name})${of}`;
    }),
  ]);
  return [...lines, ...(isDryRun ? ['Nothing was changed: this was a dry run.'] : [])].join('\n');
}

/** What a fault is about: the file, a place in it, or the option beside it. */
const nameOf = ([, field, ...path]: readonly string[]): string =>
  path.join('.') || (field === 'name' ? '--name' : 'The file');

export const frameworkCommand = defineCommand({
  name: 'framework',
  usage: '[<name or file>] [--name <name>] [--dry-run] [--remove-missing] [--account <email>]',
  summary: 'import a skills framework, YAML, JSON, Markdown or CSV; without a name, list the ready ones',
  options: {
    name: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'remove-missing': { type: 'boolean' },
    account: { type: 'string' },
  },
  files: 1,
  async run(config, { name, 'dry-run': isDryRun, 'remove-missing': removeMissing, account: address }, [file]) {
    if (file === undefined) return print(readyNames().join('\n'));
    const source = { text: readSource(file), ...formatOf(file, name) };
    return withApp(config, async (app) => {
      const account = await accountAt(app.systemContext(), address);
      try {
        const input = { ...source, ...(isDryRun && { isDryRun }), ...(removeMissing && { removeMissing }) };
        return print(report(await importFramework(actFor(app.systemContext(), account), input)));
      } catch (error) {
        if (!(error instanceof InvalidInputError)) throw error;
        const faults = error.issues.map(({ path, message }) => `${nameOf(path)} ${message}`);
        return printError(faults.join('\n'));
      }
    });
  },
});
