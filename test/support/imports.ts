import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import type { ImportFormat } from '../../src/integrations/imports/formats.ts';
import type { ReadOptions } from '../../src/integrations/imports/options.ts';
import { readImport } from '../../src/integrations/imports/readers.ts';
import { createCalendar } from '../../src/platform/time/calendar.ts';

const samples = join(import.meta.dirname, '../../docs/samples');

/** A file of docs/samples. */
export const sample = (name: string): Buffer => readFileSync(join(samples, name));

/** The calendar of somebody in Berlin on 23 November 2026. */
export const berlin = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  ...{ timeZone: 'Europe/Berlin', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' },
});

/** What unpacks archives. */
export const unpacking = {
  inflate: (bytes: Uint8Array, maxOutputLength: number) => inflateRawSync(bytes, { maxOutputLength }),
  crc32,
};

/** Reads a file of another program. */
export const readText = (format: ImportFormat, content: string | Uint8Array, options: Partial<ReadOptions> = {}) =>
  readImport(format, typeof content === 'string' ? Buffer.from(content) : content, {
    calendar: berlin,
    owner: berlin,
    fileName: '',
    ...{ encoding: null, delimiter: null, dateOrder: null, csvMapping: null, values: {}, allNotes: false },
    isOwnEmail: (address) => address === 'ada@example.org',
    ...{ maxRows: 200_000, maxUnpacked: 1_048_576 },
    ...unpacking,
    unzstd: () => new Uint8Array(),
    ...options,
  });
