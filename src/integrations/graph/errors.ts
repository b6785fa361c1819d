import { ProviderError } from '../provider-error.ts';

/** Microsoft Graph responded with an error, or not as it should. */
export class GraphError extends ProviderError {
  override name = 'GraphError';
}

/** The code of the error for pages whose links cannot be followed, or lead nowhere. */
export const brokenLinks = 'brokenLinks';
