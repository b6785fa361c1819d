import type { Domain } from '../../../domain.ts';
import { defineProviders } from './providers.schema.ts';

/** Providers: the services that people sign in to. */
export const providers: Domain = {
  schema: defineProviders,
};
