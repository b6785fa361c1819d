import type { Domain } from '../../../domain.ts';
import { defineIntegrations } from './integrations.schema.ts';

/** Integrations: other services that meetings are read from. */
export const integrations: Domain = {
  schema: defineIntegrations,
};
