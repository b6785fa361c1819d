import type { ViewerContext } from '../../../platform/context.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import type { Page, PageArguments } from '../../../platform/queries/keyset-pagination.ts';
import { paginateRanked } from '../../../platform/queries/ranked-pagination.ts';
import { fullTextSearch } from '../../../platform/search/full-text-query.ts';
import { parseInput } from '../../../platform/validation/input-rules.ts';
import { type MarkedText, mark, maxHits, searchInput, snippetOf } from './search.rules.ts';

/** A node that was found, with the places of the words. */
export interface SearchHit extends NodeRef {
  title: MarkedText;
  snippet: MarkedText;
  score: number;
}

/** What to search for. */
interface SearchArguments extends PageArguments {
  text: string;
  /** Only nodes of these types. Default: all. */
  types?: readonly string[] | null | undefined;
}

/**
 * The viewer's nodes with all of the words, the best match first. Those in the trash are left out.
 * @throws InvalidInputError if there is no word, or too many
 */
export async function search(ctx: ViewerContext, args: SearchArguments): Promise<Page<SearchHit>> {
  const { text: terms } = parseInput(ctx, searchInput, { text: args.text }, []);
  const wanted = { ownerId: ctx.viewer.accountId, terms, types: args.types ? [...new Set(args.types)] : null };
  const page = await paginateRanked(args, wanted, maxHits, fullTextSearch(ctx, wanted));
  const edges = page.edges.map(({ cursor, node }) => {
    // The words as this node has them, which may be with a typing error.
    const { type, id, title, text, score, terms: found } = node;
    return { cursor, node: { type, id, title: mark(title, found), snippet: snippetOf(text, found), score } };
  });
  return { ...page, edges };
}
