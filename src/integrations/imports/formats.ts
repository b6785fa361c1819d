/** The formats of files of other programs. */
export const importFormats = [
  'TODOIST',
  'TICKTICK',
  'VIKUNJA',
  'SUPERPRODUCTIVITY',
  'THINGS',
  'OUTLOOK',
  'DAYLIO',
  'EXIST',
  'ANKI',
  'OBSIDIAN',
  'HUNTR',
  'LINKEDIN',
  'CSV',
] as const;
export type ImportFormat = (typeof importFormats)[number];
