import type { GraphQLResolveInfo } from 'graphql';
import { loadNodes, nodeKey } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { modelNameOf } from '../../../platform/database/models.ts';
import type { Range } from '../../../platform/search/tokenizer.ts';
import type { MarkedText } from './search.rules.ts';
import * as rows from './search.service.ts';

/** Search and the timeline: rows of all types, by what they say or by when they happened. */
export function defineSearch(builder: Builder, shared: Shared): void {
  const SearchType = builder.enumType('SearchType', {
    description: 'A type of rows that search finds and that can stand in the timeline.',
    values: Object.fromEntries(
      [...shared.documents.values()].map(({ model, description }) => [
        model.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
        { value: modelNameOf(model), description },
      ]),
    ),
  });

  const TextRange = builder.objectRef<Range>('TextRange').implement({
    description: 'A stretch of a text, in UTF-16 units, as texts are counted in JavaScript.',
    fields: (t) => ({
      start: t.exposeInt('start', { description: 'Where it starts, counted from 0.' }),
      end: t.exposeInt('end', { description: 'Where what follows it starts.' }),
    }),
  });
  const Marked = builder.objectRef<MarkedText>('MarkedText').implement({
    description: 'A text, and where in it stands what was looked for.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'The text, as plain text.' }),
      marks: t.field({
        type: [TextRange],
        description: 'The words in it that were looked for, in order.',
        resolve: ({ marks }) => marks,
      }),
    }),
  });

  const node = {
    type: builder.nodeInterfaceRef(),
    nullable: true as const,
    byPath: true as const,
    description: 'The row; null when it has gone since it was found.',
    load: (ids: string[], ctx: ViewerContext, _args: object, info: GraphQLResolveInfo) => loadNodes(ctx, ids, info),
  };
  const SearchHit = builder.objectRef<rows.SearchHit>('SearchHit').implement({
    description: 'A row that was found.',
    fields: (t) => ({
      type: t.field({ type: SearchType, description: 'What it is.', resolve: ({ type }) => type as never }),
      title: t.field({
        type: Marked,
        description: 'What it is called, or the first line of what it says; empty when it says nothing.',
        resolve: ({ title }) => title,
      }),
      snippet: t.field({
        type: Marked,
        description: 'A piece of its text around the first word that was looked for, at most 200 UTF-16 units.',
        resolve: ({ snippet }) => snippet,
      }),
      score: t.exposeFloat('score', {
        description:
          'How well it matches, above 0 and up to 1: the mean over the words, each of which counts 1 as a word of the title, ' +
          '0.75 where it begins one, 0.5 as a word of the text, and 0.25 where it begins one.',
      }),
      node: t.loadable({
        ...node,
        resolve: ({ type, id }, _args, ctx, info) => nodeKey(ctx, toGlobalId(type, id), info),
      }),
    }),
  });
  const TimelineEntry = builder.objectRef<rows.TimelineEntry>('TimelineEntry').implement({
    description: 'A row where it stands in the timeline.',
    fields: (t) => ({
      at: t.expose('at', {
        type: 'DateTime',
        description: 'When it happened; for what has a date alone, when that day started.',
      }),
      type: t.field({ type: SearchType, description: 'What it is.', resolve: ({ type }) => type as never }),
      title: t.exposeString('title', {
        description: 'What it is called, or the first line of what it says; empty when it says nothing.',
      }),
      node: t.loadable({
        ...node,
        resolve: ({ type, id }, _args, ctx, info) => nodeKey(ctx, toGlobalId(type, id), info),
      }),
    }),
  });

  builder.queryFields((t) => ({
    search: t.connection(
      {
        type: SearchHit,
        description:
          'Your rows that have all of these words in them, the best first and among equals the one last changed. The best 500 ' +
          'can be paged through; `totalCount` counts all.',
        args: {
          text: t.arg.string({
            required: true,
            description:
              'The words, at most 32 in 200 characters, whatever their case and what stands between them. The last one also ' +
              'finds longer words that begin with it, as does any with a `*` after it.',
          }),
          types: t.arg({ type: [SearchType], description: 'Only rows of these types.' }),
        },
        resolve: (_root, args, ctx) => rows.search(ctx, args),
      },
      shared.connectionOf(SearchHit),
    ),
    timeline: t.connection(
      {
        type: TimelineEntry,
        description: 'What happened, across all your rows, the latest first.',
        args: {
          from: t.arg({ type: 'DateTime', description: 'Only what happened at this moment or after it.' }),
          to: t.arg({
            type: 'DateTime',
            description:
              'Only what happened at this moment or before it: up to now when nothing is said. With null, what is still to ' +
              'come as well.',
          }),
          types: t.arg({ type: [SearchType], description: 'Only rows of these types.' }),
        },
        resolve: (_root, args, ctx) => rows.timeline(ctx, args),
      },
      shared.connectionOf(TimelineEntry),
    ),
  }));
}
