import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/**
 * Lets stack traces name the sources of a program, by the source map beside it. Node can do so itself, but reads the program and its map
 * for that at each start, which takes a tenth of it. Here the map is read for the first trace.
 * @param {string} program the path of the bundle
 */
export function traceSources(program) {
  let map;
  /** The frame as V8 writes it, with its place in the sources. Packages are told without lines. */
  function withSource(frame) {
    const text = String(frame);
    if (frame.getFileName() !== program) return text;
    map ??= new SourceMap(JSON.parse(readFileSync(`${program}.map`, 'utf8')));
    const { fileName, lineNumber, columnNumber } = map.findOrigin(frame.getLineNumber(), frame.getColumnNumber());
    if (fileName === undefined) return text;
    const path = join(program, '..', fileName);
    const place = path.includes('node_modules') ? path : `${path}:${lineNumber}:${columnNumber}`;
    return text.replace(`${program}:${frame.getLineNumber()}:${frame.getColumnNumber()}`, () => place);
  }
  Error.prepareStackTrace = (error, frames) => {
    let lines = frames.map(String);
    try {
      lines = frames.map(withSource);
    } catch {
      // An error is worth more without sources than another error in its place.
    }
    return [headOf(error), ...lines.map((line) => `    at ${line}`)].join('\n');
  };
}

function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}
