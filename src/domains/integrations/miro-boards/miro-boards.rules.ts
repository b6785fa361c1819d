import { ProviderError } from '../../../integrations/provider-error.ts';
import type { Row } from '../../../platform/database/models.ts';

/** The maximum number of boards that are listed. */
export const maxBoards = 200;

/** What is wrong with the use of a board. */
export type TargetProblem = Pick<Row<'miroFrame'>, 'state' | 'problem'>;

/** Nothing. */
export const noProblem: TargetProblem = { state: 'WORKING', problem: null };

/**
 * What an error says about the use of one board. Null if it is not about the board: Miro throttles, cannot be reached, or does
 * not respond as it should.
 */
export function problemWith(error: unknown): TargetProblem | null {
  if (!(error instanceof ProviderError)) return null;
  const { status, code } = error;
  if (status === 404) return { state: 'BOARD_LOST', problem: 'The board is gone, or you cannot see it any more.' };
  if (status === 403) return { state: 'READ_ONLY', problem: 'You may not change the board. Ask its owner.' };
  if (status >= 400 && status < 500 && status !== 401 && status !== 429)
    return { state: 'REFUSED', problem: `Miro refuses what is sent to the board: ${status} ${code}`.trim() };
  return null;
}
