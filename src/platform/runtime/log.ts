import { type Logger, pino } from 'pino';
import { readableLine } from './log-lines.ts';

export type Log = Logger;
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/**
 * A structured log on standard error: on a terminal for people to read, elsewhere one JSON object per line. Removes secrets that
 * are logged by accident.
 */
export function createLog(
  level: LogLevel,
  stream: Pick<typeof process.stderr, 'isTTY' | 'write'> = process.stderr,
): Log {
  const redact = ['password', '*.password', 'token', '*.token', 'authorization', '*.authorization', '*.cookie'];
  const destination = stream.isTTY
    ? { write: (line: string) => void stream.write(readableLine(line)) }
    : pino.destination({ fd: 2, sync: true });
  return pino({ level, base: null, redact }, destination);
}
