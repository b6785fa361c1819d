import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/**
 * Shortens the source map of the bundle: of packages, which are most of it, it tells the files alone and not their lines. The first
 * stack trace after a start waits until the map is read.
 */
export function shortened(json: string): string {
  const map = JSON.parse(json) as SourceMap;
  const isPackage = map.sources.map((source) => source.includes('node_modules/'));
  const lines = decode(map.mappings).map((line) => {
    const kept: SourceMapSegment[] = [];
    let last = -1;
    for (const [column, source = -1, sourceLine = 0, sourceColumn = 0] of line) {
      if (source === last && (source === -1 || isPackage[source])) continue;
      last = source;
      if (source === -1) kept.push([column]);
      else kept.push([column, source, sourceLine, sourceColumn]);
    }
    return kept;
  });
  return JSON.stringify({ ...map, names: [], mappings: encode(lines) });
}
