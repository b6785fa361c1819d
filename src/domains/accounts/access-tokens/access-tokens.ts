import type { Domain } from '../../../domain.ts';
import { defineAccessTokens } from './access-tokens.schema.ts';

/** Personal access tokens, for scripts. */
export const accessTokens: Domain = {
  schema: defineAccessTokens,
};
