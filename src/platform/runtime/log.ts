import { type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** A structured log on standard error, one JSON object per line. Removes secrets that are logged by accident. */
export function createLog(level: LogLevel): Log {
  const redact = ['password', '*.password', 'token', '*.token', 'authorization', '*.authorization', '*.cookie'];
  return pino({ level, base: null, redact }, pino.destination({ fd: 2, sync: true }));
}
