import { closeSync, openSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/**
 * Lets stack traces name the sources of a program, by the source map beside it. Node can do so itself, but reads the program and its map
 * for that at each start, which takes a tenth of it. Here the map is read for the first trace.
 * @param {string} program the path of the bundle
 */
export function traceSources(program) {
  const mapOf = openMap(`${program}.map`);
  /** The frame as V8 writes it, with its place in the sources. Packages are told without lines. */
  function withSource(frame) {
    const text = String(frame);
    const map = frame.getFileName() === program ? mapOf() : null;
    if (map === null) return text;
    const { fileName, lineNumber, columnNumber } = map.findOrigin(frame.getLineNumber(), frame.getColumnNumber());
    if (fileName === undefined) return text;
    const path = join(program, '..', fileName);
    const place = fileName.includes('node_modules/') ? path : `${path}:${lineNumber}:${columnNumber}`;
    return text.replace(`${program}:${frame.getLineNumber()}:${frame.getColumnNumber()}`, () => place);
  }
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.map((frame) => `    at ${withSource(frame)}`);
    return [headOf(error), ...lines].join('\n');
  };
}

/**
 * Opens a source map, so that it is that of the running program, also if another one has taken its place since.
 * @returns a function that reads it. Null if that is not possible
 */
function openMap(path) {
  let file = openOrNull(path);
  let map = null;
  return () => {
    if (file === null) return map;
    try {
      map = new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // An error is worth more without sources than another error in its place.
    }
    closeSync(file);
    file = null;
    return map;
  };
}

function openOrNull(path) {
  try {
    return openSync(path);
  } catch {
    return null;
  }
}

/** The first line of the trace of an error, with the code of one of Node's. */
function headOf(error) {
  try {
    const head = Error.prototype.toString.call(error);
    const { name, code } = error;
    return /^ERR_/.test(code) && head.startsWith(`${name}:`) ? head.replace(name, () => `${name} [${code}]`) : head;
  } catch {
    return 'Error';
  }
}
