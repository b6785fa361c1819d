import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type FrameworkImport, importFramework } from '../domains/skills/framework-files/framework-files.service.ts';
import { type DecodedText, decodeText } from '../integrations/imports/decode.ts';
import { actFor } from '../platform/context.ts';
import { InvalidInputError } from '../platform/errors.ts';
import { accountAt, defineCommand, print, printError, UsageError, undoHints, withApp } from './command.ts';

/** The frameworks that come with Waymark. */
const folder = join(import.meta.dirname, '../../frameworks');
const readyNames = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();

/**
 * The text of a ready framework by its name, or of a file.
 * @param encoding the name of its encoding. Default: told by the bytes
 * @throws UsageError if some of it cannot be decoded
 */
function readSource(name: string, encoding: string | undefined): DecodedText {
  const isReady = readyNames().includes(name);
  const bytes = readFileSync(isReady ? join(folder, `${name}.yaml`) : name);
  const decoded = decodeText(bytes, encoding ?? null);
  const undecoded = decoded.text.split('\n').findIndex((line) => line.includes(replacement));
  // A file can have the character itself.
  if (undecoded < 0 || (decoded.encoding === 'utf-8' && isUtf8(bytes))) return decoded;
  throw new UsageError(
    `The file cannot be decoded as ${decoded.encoding}: line ${undecoded + 1}. Name its encoding by --encoding.`,
  );
}

/** What stands for bytes that cannot be decoded. */
const replacement = '\ufffd';

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

function report({ isDryRun, added, changed, removed, kept }: FrameworkImport, encoding: string): string[] {
  const parts = { added, changed, removed, 'not in the file, kept': kept };
  const lines = Object.entries(parts).flatMap(([what, all]) => [
    `${all.length} ${what}`,
    ...all.map(({ type, key, name, fields }) => {
      const of = fields.length > 0 ? `: ${fields.join(', ')}` : '';
      return `  ${type.toLowerCase()} ${key} (${name})${of}`;
    }),
  ]);
  return [
    ...(encoding === 'utf-8' ? [] : [`Read as ${encoding}.`]),
    ...lines,
    ...(isDryRun ? ['Nothing was changed: this was a dry run.'] : []),
  ];
}

/** What a fault is about: the file, a place in it, or the option beside it. */
const nameOf = ([, field, ...path]: readonly string[]): string =>
  path.join('.') || (field === 'name' ? '--name' : 'The file');

export const frameworkCommand = defineCommand({
  name: 'framework',
  usage: '[<name or file>] [--name <name>] [--dry-run] [--remove-missing] [--encoding <name>] [--account <email>]',
  summary: 'import a skills framework, YAML, JSON, Markdown or CSV; without a name, list the ready ones',
  options: {
    name: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'remove-missing': { type: 'boolean' },
    encoding: { type: 'string' },
    account: { type: 'string' },
  },
  files: 1,
  async run(config, { name, 'dry-run': isDryRun, 'remove-missing': removeMissing, ...values }, [file]) {
    if (file === undefined) return print(readyNames().join('\n'));
    const { text, encoding } = readSource(file, values.encoding);
    const source = { text, ...formatOf(file, name) };
    return withApp(config, async (app) => {
      const ctx = actFor(app.systemContext(), await accountAt(app.systemContext(), values.account));
      try {
        const input = { ...source, ...(isDryRun && { isDryRun }), ...(removeMissing && { removeMissing }) };
        const done = report(await importFramework(ctx, input), encoding);
        return print([...done, ...undoHints(ctx.committed, ctx.viewer.account.email)].join('\n'));
      } catch (error) {
        if (!(error instanceof InvalidInputError)) throw error;
        const faults = error.issues.map(({ path, message }) => `${nameOf(path)} ${message}`);
        return printError(faults.join('\n'));
      }
    });
  },
});
