import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** An instruction of a Dockerfile. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** What is made from one base image. */
export interface Stage {
  readonly image: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** What COPY copies. */
export interface Copy {
  /** The stage to copy from. Null: the clone. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

/** The stages of a Dockerfile, in their order. Instructions that go on after a backslash are one line. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { image: string; name: string | null; instructions: Instruction[] }[] = [];
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n');
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line.trim()) ?? [];
    if (name === '') {
      if (line.trim() !== '') throw new Error(`This is no instruction: ${line}`);
    } else if (name === 'FROM') {
      const [image = '', , as = null] = rest.split(/\s+/);
      stages.push({ image, name: as, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`${name} comes before FROM.`);
      stage.instructions.push({ name, text: rest });
    }
  }
  return stages;
}

export function parseCopy(text: string): Copy {
  const words = text.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null;
  const paths = words.filter((word) => !word.startsWith('--'));
  return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}

/** Tells whether .dockerignore leaves a path out. The last line that matches it, or a folder that it is in, decides. */
export function readIgnored(folder: string): (path: string) => boolean {
  const rules = readFileSync(join(folder, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (path) => {
    const parts = path.split('/').map((_part, i, all) => all.slice(0, i + 1).join('/'));
    const last = rules.findLast(
      (rule) => rule === '*' || parts.some((part) => matchesGlob(part, rule.replace(/^!/, ''))),
    );
    return last !== undefined && !last.startsWith('!');
  };
}

const credentials = /(SECRET|PASSWORD|TOKEN|_KEY)\w*=/;

/** The problems of a Dockerfile that would only be seen where it is built or runs. */
export function problemsOf(stages: readonly Stage[], folder: string): string[] {
  const isIgnored = readIgnored(folder);
  const problems: string[] = [];
  const known = new Set<string>();
  for (const { image, name, instructions } of stages) {
    if (!/:(?!latest$)[\w.-]+$/.test(image)) problems.push(`${image} has no version`);
    for (const { text } of instructions.filter((each) => each.name === 'COPY')) {
      const { from, sources } = parseCopy(text);
      if (from !== null && !known.has(from)) problems.push(`COPY --from=${from}: there is no such stage before`);
      if (from !== null) continue;
      for (const source of sources.map((path) => path.replace(/^\.\//, '')))
        if (!existsSync(join(folder, source))) problems.push(`COPY ${source}: there is no such file`);
        else if (isIgnored(source)) problems.push(`COPY ${source}: .dockerignore leaves it out`);
    }
    for (const each of instructions)
      if (['ENV', 'ARG'].includes(each.name) && credentials.test(each.text))
        problems.push(`${each.name} ${each.text}: a secret would be part of the image`);
    if (name !== null) known.add(name);
  }
  const last = stages.at(-1)?.instructions ?? [];
  const textOf = (name: string) => last.findLast((each) => each.name === name)?.text;
  if (!/^[1-9]\d*(:\d+)?$/.test(textOf('USER') ?? '')) problems.push('USER has to be a number other than 0');
  for (const name of ['HEALTHCHECK', 'VOLUME', 'ENTRYPOINT', 'EXPOSE'])
    if (textOf(name) === undefined) problems.push(`${name} is missing`);
  // A step that runs in it would need its system, and leaves caches behind.
  if (textOf('RUN') !== undefined) problems.push('RUN belongs to the stages before the last one');
  return problems;
}
