import { styleText } from 'node:util';

const levels: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };
const colors: Record<number, 'red' | 'yellow' | 'dim'> = { 40: 'yellow', 50: 'red', 60: 'red', 10: 'dim', 20: 'dim' };

/** A text without control characters, which a terminal would obey. */
const visible = (text: string) =>
  text.replaceAll(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

const fieldText = (value: unknown) =>
  typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);

/** The stack of an error that was logged, or its message: indented, below its line. */
function stackOf(error: unknown): string {
  const { stack, message } = Object(error) as { stack?: string; message?: string };
  const lines = (stack ?? message ?? String(error)).split('\n');
  return lines.map((line) => `\n  ${visible(line)}`).join('');
}

/** An entry of the log, which is a line of JSON, for people to read: `09:41:57 info  database migrated applied=["init"]`. */
export function readableLine(line: string): string {
  const { level, time, msg = '', err, ...fields } = JSON.parse(line) as Record<string, unknown> & { level: number };
  const at = new Date(time as number).toLocaleTimeString('en-GB');
  const pairs = Object.entries(fields).map(([name, value]) => ` ${name}=${fieldText(value)}`);
  const text = visible(`${String(msg)}${pairs.join('')}`) + (err === undefined ? '' : stackOf(err));
  const name = (levels[level] ?? String(level)).padEnd(5);
  const color = colors[level];
  const styled = { stream: process.stderr };
  return `${styleText('dim', at, styled)} ${color ? styleText(color, name, styled) : name} ${text}\n`;
}
