import { brokenLinks, GraphError } from './errors.ts';

/** Gets a JSON object of Microsoft Graph. @throws GraphError if there is no such response */
export type GetFromGraph = (path: string, prefer: readonly string[]) => Promise<Record<string, unknown>>;

/** The maximum number of pages of a round, far beyond that of what is taken. */
const maxPages = 5_000;
/** The same for all of their links together, in characters. */
const maxLength = 20_000_000;

/** The pages from a link on, each with the link to the next one. @throws GraphError if they do not come to an end */
export async function* pagesFrom(get: GetFromGraph, start: string, preferences: readonly string[]) {
  const seen = new Set<string>();
  let length = 0;
  for (let link: unknown = start; typeof link === 'string'; ) {
    length += link.length;
    if (seen.has(link) || seen.size === maxPages || length > maxLength)
      throw new GraphError('The pages of Microsoft Graph do not end.', { code: brokenLinks });
    seen.add(link);
    const page: Record<string, unknown> = await get(link, preferences);
    yield page;
    link = page['@odata.nextLink'];
  }
}

/** The values of a page. @throws GraphError if it is none */
export function valuesOf({ value }: Record<string, unknown>): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new GraphError('Microsoft Graph responded with something other than a page.');
  return value.filter((one) => typeof one === 'object' && one !== null) as Record<string, unknown>[];
}

/** The error for a round without a link at which the next one starts. */
export const withoutEnd = () =>
  new GraphError('Microsoft Graph ended without a link for the next sync.', { code: brokenLinks });
