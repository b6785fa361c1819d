import type { IncomingHttpHeaders } from 'node:http';

/** A response to a POST. */
interface PostedResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The start of the body, at most 300 characters. */
  readonly excerpt: string;
}

/** A response to a GET. */
interface FetchedResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body, decompressed. Empty unless the status is 200. */
  readonly body: Uint8Array;
}

/** Sends requests to addresses that people gave, which need not mean well. */
export interface OutboundHttp {
  /**
   * Whether an address may be called, as far as that shows without a DNS lookup. For a host that is an IP address, in any
   * notation, the answer is final.
   */
  mayCall(url: string): boolean;
  /**
   * Posts a text, or bytes, and returns the response, whatever its status. Does not follow redirects.
   * @param message.timeout in milliseconds, for the whole exchange
   * @throws Error if there is no response: the address is refused or unknown, does not connect, or takes too long
   */
  post(
    url: string,
    message: { headers: Record<string, string>; body: string | Uint8Array; timeout: number; signal?: AbortSignal },
  ): Promise<PostedResponse>;
  /**
   * Gets a file, following at most five redirects, each of which is checked like the first address.
   * @param message.timeout in milliseconds, for the whole exchange
   * @param message.maxBytes the maximum size of the decompressed body
   * @throws Error if there is no response, or if its body is too large
   */
  get(
    url: string,
    message: { headers: Record<string, string>; timeout: number; maxBytes: number; signal?: AbortSignal },
  ): Promise<FetchedResponse>;
}
