import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../platform/context.ts';
import { isCutOff } from './client.ts';
import type { RequestLimit } from './rate-limit.ts';

/**
 * Makes variables in a query string or form that are not JSON, and a body that was cut off, client errors: Yoga treats them as server errors.
 * Also counts the bodies whose size no header tells.
 */
export const parameterErrors = (limit: RequestLimit): Plugin<object, { base: Context }> => ({
  onRequestParse({ requestParser, setRequestParser, serverContext: { base }, fetchAPI }) {
    if (!requestParser) return;
    const sized = async (request: Request) => {
      if (request.body === null || request.headers.has('content-length')) return request;
      const body = await request.arrayBuffer();
      await limit.countBody(base, body.byteLength);
      const { url, method, headers } = request;
      return new fetchAPI.Request(url, { method, headers, body });
    };
    setRequestParser(async (request) => {
      const extensions = { code: 'BAD_REQUEST', http: { status: 400 } };
      try {
        const read = await sized(request);
        return await requestParser(read);
      } catch (error) {
        if (isCutOff(error, base.client)) throw new GraphQLError('The body was cut off.', { extensions });
        if (!(error instanceof SyntaxError)) throw error;
        throw new GraphQLError('variables and extensions must be JSON.', { extensions });
      }
    });
  },
});
