/** How full a cache is, and how often it had what it was asked for since the start. */
export interface CacheLoad {
  readonly entries: number;
  readonly hits: number;
  readonly misses: number;
}
