import { ProviderError } from '../provider-error.ts';

/** Microsoft Graph responded with an error, or not as it should. */
export class GraphError extends ProviderError {
  override name = 'GraphError';
}
