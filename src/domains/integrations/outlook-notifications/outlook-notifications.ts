import type { Domain } from '../../../domain.ts';

/** Notifications of changes that Microsoft Graph sends. They are no part of the API. */
export const outlookNotifications: Domain = { jobs: {} };
