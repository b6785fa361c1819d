import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';

/** For how many days security events are kept. What strangers can cause is kept shorter. */
export const securityEventDays = { all: 400, failures: 90 };
/** The kinds that strangers can cause. */
export const failures = ['SIGN_IN_FAILED', 'PASSWORD_CHECK_FAILED'] as const;

/** How many events of a kind an account gets within an hour. Further ones are counted in one event. */
export const maxEventsPerHour = 20;

/** For how many days an account is known from a network after signing in there. */
export const knownNetworkDays = 90;

export const securityEventFilter = defineFilter('SecurityEvent', {
  id: { kind: 'id', type: 'SecurityEvent', description: 'The id.' },
  kind: { kind: 'enum', name: 'SecurityEventKind', description: 'What happened.' },
  at: { kind: 'instant', description: 'When it happened.' },
  count: { kind: 'integer', description: 'How often it happened within the hour.' },
  sessionId: { kind: 'id', type: 'Session', nullable: true, description: 'The id of the session.' },
  accessTokenId: { kind: 'id', type: 'AccessToken', nullable: true, description: 'The id of the access token.' },
});

export const securityEventOrder: OrderSpec = {
  name: 'SecurityEvent',
  fields: {
    AT: { column: 'at', description: 'When it happened.' },
    COUNT: { column: 'count', description: 'How often it happened within the hour.' },
  },
};
