import type { Domain } from '../../../domain.ts';
import { defineAccessTokens } from './access-tokens.schema.ts';

/** Personal access tokens: what scripts sign in with. */
export const accessTokens: Domain = {
  schema: defineAccessTokens,
};
