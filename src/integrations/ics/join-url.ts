import { type Component, propertiesOf, textOf } from './components.ts';
import { textIn } from './content-line.ts';

/** Properties whose only purpose is the link to join a meeting at. */
const dedicated = [
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-GOOGLE-CONFERENCE',
  'CONFERENCE',
];

const maxLength = 2_000;

/** The link to join an event at: from a dedicated property, or a known kind of link in its texts. Empty if there is none. */
export function joinUrlOf(event: Component): string {
  const values = dedicated.flatMap((name) => propertiesOf(event, name).map(({ value }) => textIn(value).trim()));
  const link = values.find(isWebLink);
  if (link !== undefined) return link;
  const texts = ['URL', 'LOCATION', 'DESCRIPTION'].map((name) => textOf(event, name));
  return texts.flatMap(linksIn).find(isMeetingLink) ?? '';
}

function linksIn(text: string): string[] {
  return (text.match(/https:\/\/[^\s<>"'\\]+/gi) ?? [])
    .filter((link) => link.length <= maxLength)
    .map((link) => link.replace(/[).,;:!\]]+$/, ''));
}

function isWebLink(link: string): boolean {
  return link.length <= maxLength && URL.canParse(link) && /^https?:/i.test(link);
}

/** Whether a link leads to a meeting of Microsoft Teams, Google Meet or Zoom. */
function isMeetingLink(link: string): boolean {
  if (!isWebLink(link)) return false;
  const { hostname, pathname } = new URL(link);
  if (hostname === 'teams.microsoft.com') return /^\/(l\/meetup-join|meet)\//.test(pathname);
  if (hostname === 'teams.live.com') return pathname.startsWith('/meet/');
  if (hostname === 'meet.google.com') return /^\/[a-z-]{3,}/.test(pathname);
  return /(^|\.)zoom\.us$/.test(hostname) && /^\/(j|my|w|s)\//.test(pathname);
}
