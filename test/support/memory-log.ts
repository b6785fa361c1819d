import { pino } from 'pino';
import type { Log } from '../../src/platform/runtime/log.ts';

/** A log that a test can read. */
export function createMemoryLog(): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}
