import type { Domain } from '../../../domain.ts';
import { defineIntegrations } from './integrations.schema.ts';

/** Integrations: other services that are connected. */
export const integrations: Domain = {
  schema: defineIntegrations,
};
