/** The formats of files of other programs. */
export const importFormats = [
  'TODOIST',
  'TICKTICK',
  'VIKUNJA',
  'SUPER_PRODUCTIVITY',
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
