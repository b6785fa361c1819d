import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './calendar-feeds.access.ts';
import { createCalendarFeedInput, revokeCalendarFeedInput } from './calendar-feeds.rules.ts';
import * as calendarFeeds from './calendar-feeds.service.ts';

/** Calendar feeds: private web addresses at which calendar programs read your meetings and scheduled tasks. */
export function defineCalendarFeeds(builder: Builder): void {
  const CalendarFeed = builder.prismaNode('CalendarFeed', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      name: t.exposeString('name'),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the feed was created.' }),
      lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
      revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    calendarFeed: t.byId({ type: CalendarFeed, resolve: calendarFeeds.getCalendarFeed }),
    calendarFeeds: t.field({
      type: [CalendarFeed],
      description: 'Your calendar feeds that are in use, newest first. At most 20.',
      resolve: (_root, _args, ctx) => calendarFeeds.listCalendarFeeds(ctx),
    }),
  }));

  builder.payloadMutation('createCalendarFeed', {
    description:
      'Creates a private web address at which calendar programs read your meetings and scheduled tasks, from 90 days ago to ' +
      '365 days ahead.',
    authScopes: { integrations: true },
    rules: createCalendarFeedInput,
    input: (t) => ({
      name: t.string({ required: true, description: 'The purpose of the feed, such as the name of a phone.' }),
    }),
    errors: [ConflictError],
    payload: (t) => ({
      url: t.exposeString('url', {
        description: 'The web address to subscribe to. Anyone who knows it can read the feed. It is shown only once.',
      }),
      calendarFeed: t.field({
        type: CalendarFeed,
        description: 'The new calendar feed.',
        resolve: ({ calendarFeed }) => calendarFeed,
      }),
    }),
    resolve: calendarFeeds.createCalendarFeed,
  });
  builder.recordMutation('revokeCalendarFeed', {
    record: CalendarFeed,
    description: 'Revokes a calendar feed. Its address stops working at once.',
    authScopes: { integrations: true },
    rules: revokeCalendarFeedInput,
    errors: [NotFoundError],
    isRecorded: false,
    resolve: calendarFeeds.revokeCalendarFeed,
  });
}
