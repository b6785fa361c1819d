import { posix } from 'node:path';

/** The pages of the site by the files of the project that they are made from. */
export type Places = ReadonlyMap<string, string>;

/** Where a file of the project is on the site. */
function placeOf(file: string): string {
  if (file === 'README.md') return 'index.md';
  return file.replace(/^docs\//, '').replace(/(^|\/)README\.md$/, '$1index.md');
}

/** Where files of the project are on the site. */
export const placesOf = (files: readonly string[]): Places => new Map(files.map((file) => [file, placeOf(file)]));

const link = /(!?)\[((?:[^\]\\]|\\.)*)\]\(([^)\s#]*)(#[^)\s]*)?\)/g;

/** A link of a page, for the site: what is not on it, such as a source, is only named. */
function linkFor(places: Places, file: string, [all, image = '', text = '', to = '', anchor = '']: string[]): string {
  if (to === '' || /^[a-z]+:/.test(to)) return all ?? '';
  const target = posix.normalize(posix.join(posix.dirname(file), to)).replace(/\/$/, '');
  const place = places.get(target) ?? (image && /^docs\/images\//.test(target) ? placeOf(target) : undefined);
  if (place === undefined) return text;
  const here = posix.dirname(placeOf(file));
  const path = posix.relative(here, place);
  return `${image}[${text}](${path.startsWith('.') ? path : `./${path}`}${anchor})`;
}

/** The text of a page, with its links as the site has them. Code stays as it is. */
export function pageFor(places: Places, file: string, text: string): string {
  return text
    .split(/^(```[\s\S]*?^```)$/m)
    .map((part) =>
      part.startsWith('```') ? part : part.replaceAll(link, (...match: string[]) => linkFor(places, file, match)),
    )
    .join('');
}

/** The heading of a page. */
export const titleOf = (text: string): string => /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? 'Waymark';

interface Entry {
  readonly text: string;
  readonly link: string;
}

interface Group {
  readonly text: string;
  readonly items: readonly Entry[];
}

/** The navigation: a group for the guides, and one for each folder, in the order of the pages. */
export function sidebarOf(pages: ReadonlyMap<string, string>): Group[] {
  const groups = new Map<string, Entry[]>();
  for (const [path, text] of pages) {
    const [folder = '', area = ''] = path.split('/');
    const name = !path.includes('/') ? 'Guides' : folder === 'domains' && path.split('/').length > 2 ? area : folder;
    const entries = groups.get(name) ?? [];
    entries.push({ text: titleOf(text), link: `/${path.replace(/(index)?\.md$/, '')}` });
    groups.set(name, entries);
  }
  return [...groups].map(([name, items]) => ({
    text: name.charAt(0).toUpperCase() + name.slice(1),
    items,
  }));
}

/** Links within the site that name a place that is not there, from the pages as HTML by their paths. */
export function deadAnchors(pages: ReadonlyMap<string, string>): string[] {
  const ids = new Map(
    [...pages].map(([path, html]) => [path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  return [...pages].flatMap(([path, html]) =>
    [...html.matchAll(/ href="([^"#]*)#([^"]+)"/g)].flatMap(([, to = '', anchor = '']) => {
      if (/^[a-z]+:/.test(to)) return [];
      const full =
        to === '' ? path : to.startsWith('/') ? to.replace(/^\/docs\//, '') : posix.join(posix.dirname(path), to);
      const target = posix.normalize(full.replace(/(^|\/)$/, '$1index.html'));
      return ids.get(target)?.has(decodeURIComponent(anchor)) ? [] : [`${path}: ${to}#${anchor}`];
    }),
  );
}
