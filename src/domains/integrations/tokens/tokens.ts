import type { Domain } from '../../../domain.ts';
import { revokeIntegrationJob } from './tokens.service.ts';

/** Tokens: the credentials of integrations that were signed in to. They are no part of the API. */
export const integrationTokens: Domain = { jobs: { revokeIntegration: revokeIntegrationJob } };
