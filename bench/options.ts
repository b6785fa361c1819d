/* The options of `npm run bench`. */
import { parseArgs } from 'node:util';
import { workloads } from './workloads.ts';

/** The parts of a run, in their order. */
export const parts = ['workloads', 'growth', 'beside', 'ratios'] as const;
type Part = (typeof parts)[number];

export type Engine = 'sqlite' | 'postgresql';

export interface Options {
  /** Fewer and shorter rounds, and fewer rows in the growth and beside parts: under two minutes on one engine. */
  readonly quick: boolean;
  /** The number of the owner's tasks in the large database of the growth and beside parts. */
  readonly rows: number;
  readonly engines: readonly Engine[];
  readonly workloads: readonly string[];
  readonly parts: readonly Part[];
  /** Also measures servers that are not installed with the project. */
  readonly peers: boolean;
  /** Writes docs/PERFORMANCE.md. */
  readonly write: boolean;
}

/** Thrown for options that mean nothing. */
export class OptionsError extends Error {
  override name = 'OptionsError';
}

function chosen<T extends string>(option: string, text: string | undefined, from: readonly T[]): readonly T[] {
  const names = text?.split(',').map((name) => name.trim()) ?? from;
  const unknown = names.find((name) => !from.includes(name as T));
  if (unknown !== undefined)
    throw new OptionsError(`--${option}: ${unknown} is unknown. Use some of ${from.join(',')}.`);
  return names as readonly T[];
}

/** Parses the options. @throws OptionsError if one has a value that it cannot have */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      rows: { type: 'string' },
      engine: { type: 'string' },
      workloads: { type: 'string' },
      parts: { type: 'string' },
      peers: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { quick, peers, write } = values;
  const rows = Number(values.rows ?? (quick ? 10_000 : 200_000));
  if (!Number.isInteger(rows) || rows < 2_000) throw new OptionsError('--rows: use a whole number of at least 2000.');
  return {
    quick,
    rows,
    engines: chosen('engine', values.engine, ['sqlite', 'postgresql']),
    workloads: chosen('workloads', values.workloads, Object.keys(workloads)),
    parts: chosen('parts', values.parts, parts),
    peers,
    write,
  };
}
