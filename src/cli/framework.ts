import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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
const textOf = (name: string): string =>
  readyNames().includes(name) ? readFileSync(join(folder, `${name}.yaml`), 'utf8') : readFileSync(name, 'utf8');

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

export const frameworkCommand = defineCommand({
  name: 'framework',
  usage: '[<name or file>] [--dry-run] [--remove-missing] [--account <email>]',
  summary: 'import a skills framework, YAML or JSON; without a name, list the ready ones',
  options: { 'dry-run': { type: 'boolean' }, 'remove-missing': { type: 'boolean' }, account: { type: 'string' } },
  files: 1,
  async run(config, { 'dry-run': isDryRun, 'remove-missing': removeMissing, account: address }, [name]) {
    if (name === undefined) return print(readyNames().join('\n'));
    const text = textOf(name);
    return withApp(config, async (app) => {
      const account = await accountAt(app.systemContext(), address);
      try {
        const input = { text, ...(isDryRun && { isDryRun }), ...(removeMissing && { removeMissing }) };
        return print(report(await importFramework(actFor(app.systemContext(), account), input)));
      } catch (error) {
        if (!(error instanceof InvalidInputError)) throw error;
        const faults = error.issues.map(({ path, message }) => `${path.slice(2).join('.') || 'The file'} ${message}`);
        return printError(faults.join('\n'));
      }
    });
  },
});
