import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { securityEventList } from './security-events.access.ts';
import * as securityEvents from './security-events.service.ts';

/** Security events: what happened to the sign-in of an account. */
export function defineSecurityEvents(builder: Builder): void {
  const Kind = builder.modelEnum('SecurityEventKind');
  const SecurityEvent = builder.prismaNode('SecurityEvent', {
    ...nodeOf(securityEventList.visibleTo),
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind }),
      at: t.expose('at', { type: 'DateTime' }),
      count: t.exposeInt('count'),
      address: t.exposeString('address', { nullable: true }),
      userAgent: t.exposeString('userAgent'),
      sessionId: t.id({
        nullable: true,
        description: 'The id of the session that it is about. Null if it is about none. The session may be deleted.',
        resolve: ({ sessionId }) => sessionId && toGlobalId('Session', sessionId),
      }),
      accessTokenId: t.id({
        nullable: true,
        description: 'The id of the access token that it is about. Null if it is about none.',
        resolve: ({ accessTokenId }) => accessTokenId && toGlobalId('AccessToken', accessTokenId),
      }),
    }),
  });

  builder.queryFields((t) => ({
    securityEvent: t.byId({ type: SecurityEvent, resolve: securityEvents.getSecurityEvent }),
    securityEvents: t.connectionOf(securityEventList, {
      description:
        'What happened to the sign-in of your account: failed attempts of the last 90 days, all else of 400.',
      resolve: securityEvents.listSecurityEvents,
    }),
  }));
}
