import type { Domain } from '../../../domain.ts';
import { defineAccounts } from './accounts.schema.ts';

/** Accounts: people who can sign in, with the settings that define what "today" means to them. */
export const accounts: Domain = {
  schema: defineAccounts,
};
