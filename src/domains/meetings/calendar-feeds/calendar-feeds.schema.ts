import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { visibleTo } from './calendar-feeds.access.ts';
import * as calendarFeeds from './calendar-feeds.service.ts';

/** Calendar feeds: private addresses at which calendar programs read one's meetings and planned tasks. */
export function defineCalendarFeeds(builder: Builder, _shared: Shared): void {
  const CalendarFeed = builder.prismaNode('CalendarFeed', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      name: t.exposeString('name'),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
      lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
      revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    }),
  });
  const CreatedCalendarFeed = builder
    .objectRef<{ url: string; calendarFeed: Row<'calendarFeed'> }>('CreatedCalendarFeed')
    .implement({
      description: 'A new calendar feed.',
      fields: (t) => ({
        url: t.exposeString('url', {
          description:
            'Its address, for a calendar program to subscribe to. Whoever has it can read it. Shown this once.',
        }),
        calendarFeed: t.field({
          type: CalendarFeed,
          description: 'What is kept of it.',
          resolve: ({ calendarFeed }) => calendarFeed,
        }),
      }),
    });

  builder.queryFields((t) => ({
    calendarFeeds: t.field({
      type: [CalendarFeed],
      description: 'Your calendar feeds in use, the newest first: at most 20.',
      resolve: (_root, _args, ctx) => calendarFeeds.listCalendarFeeds(ctx),
    }),
  }));

  const CreateCalendarFeedInput = builder.inputType('CreateCalendarFeedInput', {
    description: 'A calendar feed to make.',
    fields: (t) => ({
      name: t.string({
        required: true,
        description: 'What it is for, such as the name of a phone: 1 to 100 characters.',
      }),
    }),
  });
  const RevokeCalendarFeedInput = builder.inputType('RevokeCalendarFeedInput', {
    description: 'A calendar feed to stop.',
    fields: (t) => ({ id: t.id({ required: true, description: 'Which feed.' }) }),
  });
  builder.mutationFields((t) => ({
    createCalendarFeed: t.field({
      type: CreatedCalendarFeed,
      authScopes: { session: true },
      description: 'Makes a private address at which calendars read your meetings and planned tasks. Takes a session.',
      errors: { types: [ConflictError] },
      args: { input: t.arg({ type: CreateCalendarFeedInput, required: true, description: 'The feed.' }) },
      resolve: (_root, { input }, ctx) => calendarFeeds.createCalendarFeed(ctx, input),
    }),
    revokeCalendarFeed: t.field({
      type: CalendarFeed,
      authScopes: { session: true },
      description: 'Stops a calendar feed from being read. Takes a session, not an access token.',
      errors: { types: [NotFoundError] },
      args: { input: t.arg({ type: RevokeCalendarFeedInput, required: true, description: 'The feed.' }) },
      resolve: (_root, { input }, ctx) => calendarFeeds.revokeCalendarFeed(ctx, input),
    }),
  }));
}
