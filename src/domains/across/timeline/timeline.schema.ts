import type { Builder } from '../../../graphql/types.ts';
import { searchType } from '../search/search.schema.ts';
import * as timeline from './timeline.service.ts';

/** The timeline: nodes of all types by when they happened. */
export function defineTimeline(builder: Builder): void {
  const SearchType = searchType(builder);
  const TimelineEntry = builder.objectRef<timeline.TimelineEntry>('TimelineEntry').implement({
    description: 'A node at its place in the timeline.',
    fields: (t) => ({
      at: t.expose('at', {
        type: 'DateTime',
        description: 'When it happened. For a node with a date: when that day started.',
      }),
      type: t.field({ type: SearchType, description: 'The type of the node.', resolve: ({ type }) => type }),
      title: t.exposeString('title', {
        description: 'The title or name of the node, or the first line of its text. Empty if it has none.',
      }),
      node: t.nodeOf({
        description: 'The node. Null if it has been deleted since.',
        resolve: ({ type, id }: timeline.TimelineEntry) => ({ type, id }),
      }),
    }),
  });

  builder.queryFields((t) => ({
    timeline: t.connection(
      {
        type: TimelineEntry,
        description: 'What happened, across nodes of all types, the latest first.',
        args: {
          from: t.arg({ type: 'DateTime', description: 'Only what happened at this moment or later.' }),
          to: t.arg({
            type: 'DateTime',
            description: 'Only what happened at this moment or earlier. Default: now. Null: future events, too.',
          }),
          types: t.arg({ type: [SearchType], description: 'Only nodes of these types. Default: all.' }),
        },
        resolve: (_root, args, ctx) => timeline.timeline(ctx, args),
      },
      builder.connectionTypeOf(TimelineEntry),
    ),
  }));
}
