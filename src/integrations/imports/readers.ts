import { readAnkiPackage } from './anki-package.ts';
import { readMappedCsv } from './csv-mapping.ts';
import { readDaylio } from './daylio.ts';
import { decodeText } from './decode.ts';
import { readExist } from './exist.ts';
import { readAnkiNotes } from './flashcards.ts';
import type { ImportFormat } from './formats.ts';
import { readHuntr } from './huntr.ts';
import type { ImportedFile } from './imported.ts';
import { parseJson } from './json.ts';
import { readLinkedIn } from './linkedin.ts';
import { readObsidian } from './obsidian.ts';
import type { ReadOptions } from './options.ts';
import { readOutlook } from './outlook.ts';
import { Reading } from './reading.ts';
import { readSuperProductivity } from './super-productivity.ts';
import { readThings } from './things.ts';
import { readTickTick } from './ticktick.ts';
import { readTodoistCsv } from './todoist-csv.ts';
import { readTodoistJson } from './todoist-json.ts';
import { readVikunja } from './vikunja.ts';

type Reader = (bytes: Uint8Array, options: ReadOptions) => ImportedFile;

/** Whether a file is JSON, by its first character. */
const isJson = (bytes: Uint8Array, { encoding }: ReadOptions): boolean =>
  /^\s*[[{]/.test(decodeText(bytes.subarray(0, 256), encoding).text);

const json =
  (read: (reading: Reading, data: unknown, options: ReadOptions) => void): Reader =>
  (bytes, options) => {
    const reading = new Reading(options.maxRows);
    read(reading, parseJson(reading.decode(bytes, options.encoding)), options);
    return reading;
  };

const readers: Record<ImportFormat, Reader> = {
  TODOIST: (bytes, options) =>
    isJson(bytes, options) ? json(readTodoistJson)(bytes, options) : readTodoistCsv(bytes, options),
  TICKTICK: readTickTick,
  VIKUNJA: readVikunja,
  SUPER_PRODUCTIVITY: json(readSuperProductivity),
  THINGS: json(readThings),
  OUTLOOK: readOutlook,
  DAYLIO: readDaylio,
  EXIST: readExist,
  ANKI: (bytes, options) => readAnkiPackage(bytes, options) ?? readAnkiNotes(bytes, options),
  OBSIDIAN: readObsidian,
  HUNTR: readHuntr,
  LINKEDIN: readLinkedIn,
  CSV: readMappedCsv,
};

/** Reads a file of another program. @throws ImportFileError if it is not of that format */
export const readImport = (format: ImportFormat, bytes: Uint8Array, options: ReadOptions): ImportedFile =>
  readers[format](bytes, options);
