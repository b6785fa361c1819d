import type { EnumRef } from '@pothos/core';
import { once } from '../../../graphql/registry.ts';
import type { Builder, Types } from '../../../graphql/types.ts';
import { modelNameOf, toEnumName } from '../../../platform/database/models.ts';
import type { Range } from '../../../platform/search/tokenizer.ts';
import { type MarkedText, maxHits, maxSnippet } from './search.rules.ts';
import * as search from './search.service.ts';

/** The types that search and the timeline find: those with search documents. */
export function searchType(builder: Builder): EnumRef<Types, string, string> {
  const { registry } = builder.options;
  return once(registry, 'SearchType', () =>
    builder.enumType('SearchType', {
      description: 'A type whose nodes can be found by search and in the timeline.',
      values: Object.fromEntries(
        [...registry.searchDocuments.values()].map(({ model, description }) => {
          const type: string = modelNameOf(model);
          return [toEnumName(type), { value: type, description }];
        }),
      ),
    }),
  );
}

/** Search: nodes of all types by the words in them. */
export function defineSearch(builder: Builder): void {
  const SearchType = searchType(builder);
  const TextRange = builder.objectRef<Range>('TextRange').implement({
    description: 'A range of a text in UTF-16 units, as JavaScript counts.',
    fields: (t) => ({
      start: t.exposeInt('start', { description: 'The first unit, counted from 0.' }),
      end: t.exposeInt('end', { description: 'The unit after the last one.' }),
    }),
  });
  const Marked = builder.objectRef<MarkedText>('MarkedText').implement({
    description: 'A text with the places of the words that were searched for.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'The text, without markup.' }),
      marks: t.field({
        type: [TextRange],
        description: 'The words in the text that were searched for, in order.',
        resolve: ({ marks }) => marks,
      }),
    }),
  });
  const SearchHit = builder.objectRef<search.SearchHit>('SearchHit').implement({
    description: 'A node that was found.',
    fields: (t) => ({
      type: t.field({ type: SearchType, description: 'The type of the node.', resolve: ({ type }) => type }),
      title: t.field({
        type: Marked,
        description: 'The title or name of the node, or the first line of its text. Empty if it has none.',
        resolve: ({ title }) => title,
      }),
      snippet: t.field({
        type: Marked,
        description: `An excerpt of the text around the first word that was found, at most ${maxSnippet} UTF-16 units.`,
        resolve: ({ snippet }) => snippet,
      }),
      score: t.exposeFloat('score', {
        description:
          'How well the node matches, above 0 and at most 1: the mean over the words, each of which counts 1 as a word of the ' +
          'title, 0.75 as another form or the beginning of one, 0.5 as a word of the text, and 0.25 as another form or the ' +
          'beginning of one. A fifth of that if a word matches only with a typing error.',
      }),
      node: t.nodeOf({
        description: 'The node. Null if it has been deleted since.',
        resolve: ({ type, id }: search.SearchHit) => ({ type, id }),
      }),
    }),
  });

  builder.queryFields((t) => ({
    search: t.connection(
      {
        type: SearchHit,
        description:
          `Your nodes with all of the words, the best match first, then the last changed. The best ${maxHits} can be paged ` +
          'through; `totalCount` counts all.',
        args: {
          text: t.arg.string({
            required: true,
            description:
              'The words, at most 32 in 200 characters. Case, accents and punctuation are ignored. English and German words ' +
              'also match in their other forms. The last word also matches the beginning of longer words, and so does any ' +
              'word followed by `*`. Words of more than four letters also match with one typing error; such nodes come last.',
          }),
          types: t.arg({ type: [SearchType], description: 'Only nodes of these types. Default: all.' }),
        },
        resolve: (_root, args, ctx) => search.search(ctx, args),
      },
      builder.connectionTypeOf(SearchHit),
    ),
  }));
}
