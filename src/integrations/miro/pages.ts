import { ProviderError } from '../provider-error.ts';
import type { AskMiro, MiroRequest } from './client.ts';

/** How many values a page is asked for. */
export const pageSize = '50';

/** The values of the pages of a list by offset. A page may have fewer than it is asked for. @param max the maximum number of values */
export async function pagesByOffset(ask: AskMiro, { path, query }: Pick<MiroRequest, 'path' | 'query'>, max: number) {
  const found: Record<string, unknown>[] = [];
  for (let offset = 0; found.length < max; ) {
    const paging = { limit: pageSize, offset: String(offset) };
    const { data, total } = await ask({ method: 'GET', path, query: { ...query, ...paging }, level: 1 });
    if (!Array.isArray(data)) throw new ProviderError('Miro responded with something other than a page.');
    for (const one of data) if (typeof one === 'object' && one !== null && found.length < max) found.push(one);
    offset += data.length;
    if (data.length === 0 || (typeof total === 'number' && offset >= total)) break;
  }
  return found;
}
