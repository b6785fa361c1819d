import type { RefusedError } from '../mcp/answers.ts';
import { CommandError, exitCodes } from './command.ts';

/** The exit codes of refusals by their codes. That of all others is `refused`. */
const codes: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: exitCodes.denied,
  FORBIDDEN: exitCodes.denied,
  RATE_LIMITED: exitCodes.unavailable,
  UNAVAILABLE: exitCodes.unavailable,
  INTERNAL: 1,
};

/** A refusal as the error of a command. */
export const toCommandError = ({ code, message }: RefusedError) =>
  new CommandError(codes[code] ?? exitCodes.refused, message);
