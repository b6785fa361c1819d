/**
 * `node scripts/image/run.ts [folder]`: runs the steps of the Dockerfile without a container engine, in a temporary folder or the
 * given one, on this system in place of the base images. Then starts what would be in the image as its user would, and asks its health check.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../root.ts';
import { type Instruction, parseCopy, parseDockerfile, problemsOf, readIgnored, type Stage } from './dockerfile.ts';

/** The megabytes of debian:bookworm-slim, and what the image may have with it. */
const megabytes = { base: 75, max: 300 };

const work = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'waymark-image-'));
const isIgnored = readIgnored(root);
const folders = new Map<string, string>();

/** Runs one instruction of a stage. Absolute paths are those of the stage's folder. */
function runInstruction({ name, text }: Instruction, folder: string, directory: string): void {
  const inside = join(folder, directory);
  if (name === 'RUN') {
    console.info(`RUN ${text}`);
    execFileSync('sh', ['-euc', text.replaceAll(` ${directory}/`, ` ${inside}/`)], { cwd: inside, stdio: 'inherit' });
  } else if (name === 'COPY') {
    const { from, sources, target } = parseCopy(text);
    const base = from === null ? root : (folders.get(from) ?? '');
    const isFolder = sources.length > 1 || target.endsWith('/');
    const to = target.startsWith('/') ? join(folder, target) : join(inside, target);
    for (const source of sources)
      cpSync(join(base, source), isFolder ? join(to, basename(source)) : to, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => from !== null || !isIgnored(relative(root, path)),
      });
  }
}

function runStage({ name, instructions }: Stage, index: number): string {
  const folder = join(work, name ?? String(index));
  folders.set(name ?? String(index), folder);
  let directory = '/';
  mkdirSync(folder, { recursive: true });
  for (const instruction of instructions) {
    if (instruction.name === 'WORKDIR') {
      directory = instruction.text;
      mkdirSync(join(folder, directory), { recursive: true });
    } else runInstruction(instruction, folder, directory);
  }
  return folder;
}

/** Starts the program of an image in its folder, waits for its health check, and stops it. */
async function tryImage(folder: string, instructions: readonly Instruction[]): Promise<void> {
  const text = (name: string) => instructions.findLast((each) => each.name === name)?.text ?? '';
  const inFolder = (path: string) => (path.startsWith('/') ? join(folder, path) : path);
  const [program = ''] = (JSON.parse(text('ENTRYPOINT')) as string[]).map(inFolder);
  const [checker = '', ...check] = (JSON.parse(text('HEALTHCHECK').replace(/^.*? CMD /, '')) as string[]).map(inFolder);
  const given = text('ENV')
    .split(' ')
    .map((pair) => pair.split('='));
  const env = {
    PATH: '/usr/bin:/bin',
    ...Object.fromEntries(given.map(([key = '', value = '']) => [key, inFolder(value)])),
    PORT: '4127',
    WAYMARK_SECRET: 'only for this trial: 0123456789 abcdefgh',
  };
  const server = spawn(program, JSON.parse(text('CMD')) as string[], { cwd: join(folder, text('WORKDIR')), env });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    for (let tries = 60; ; tries -= 1) {
      try {
        execFileSync(checker, check, { env, stdio: 'ignore' });
        return console.info('The health check succeeds.');
      } catch (error) {
        if (tries === 0 || server.exitCode !== null) throw error;
        await sleep(500);
      }
    }
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

const stages = parseDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8'));
const problems = problemsOf(stages, root);
if (problems.length > 0) throw new Error(problems.join('\n'));
try {
  const made = stages.map(runStage).at(-1) ?? '';
  const size = Number(execFileSync('du', ['-s', '--block-size=1000000', made], { encoding: 'utf8' }).split('\t')[0]);
  console.info(`${size} MB, and about ${megabytes.base} MB of the base image`);
  if (size + megabytes.base > megabytes.max) throw new Error(`The image has more than ${megabytes.max} MB.`);
  await tryImage(made, stages.at(-1)?.instructions ?? []);
} finally {
  if (process.argv[2] === undefined) rmSync(work, { recursive: true, force: true });
}
