import type { Domain } from '../../../domain.ts';
import { defineAccounts } from './accounts.schema.ts';

/** Accounts: who somebody is, and the settings that decide what "today" means for them. */
export const accounts: Domain = {
  schema: defineAccounts,
};
