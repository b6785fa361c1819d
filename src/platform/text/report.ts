import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { type NodeRef, nodeKeyOf } from '../database/node-refs.ts';

/*
 * Reports: sections of lines, each of which cites the record that it is about. Texts are what people wrote: as Markdown they are
 * escaped, so that none of them is a heading, a link or HTML in the report.
 */

/** A line of a report. */
export interface ReportLine {
  /** What it says, on one line, as plain text. */
  readonly text: string;
  /** The day it is about. Null if it is about none. */
  readonly date: string | null;
  /** The record that it cites. */
  readonly node: NodeRef;
}

/** How many records of a section are in a month, and how many of them have a line. */
export interface ReportMonth {
  /** The month, such as `2026-11`. */
  readonly month: string;
  readonly count: number;
  readonly shownCount: number;
}

/** A section of a report. */
export interface ReportSection {
  readonly kind: string;
  readonly title: string;
  /** What the section says in one sentence, as plain text. */
  readonly summary: string;
  /** The number of records that the section is about. There are fewer lines if there are too many. */
  readonly count: number;
  readonly lines: readonly ReportLine[];
  /** Each month of the report, also those with nothing. Left out if the report is not by month. */
  readonly months?: readonly ReportMonth[];
}

export interface Report {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** What the report says as a whole, as plain text. Left out if nothing. */
  readonly summary?: string;
  readonly sections: readonly ReportSection[];
}

export type ReportFormat = 'MARKDOWN' | 'JSON';

/** The maximum length of what a line quotes, in characters. */
const maxQuoted = 200;

/** A text on one line, cut after 200 characters. */
export function quoted(text: string): string {
  const characters = Array.from(text.replace(/[\p{White_Space}\p{Cc}]+/gu, ' ').trim());
  return characters.length > maxQuoted
    ? `${characters
        .slice(0, maxQuoted - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
}

/** A report as text that ends with a newline. The same report is the same text, to the byte. */
export const reportText = (report: Report, format: ReportFormat): string =>
  format === 'JSON' ? jsonOf(report) : markdownOf(report);

function jsonOf({ title, startsOn, endsOn, summary: whole, sections }: Report): string {
  const plain = {
    ...{ title, startsOn, endsOn, summary: whole },
    sections: sections.map(({ kind, title: heading, summary, count, lines, months }) => ({
      ...{ kind, title: heading, summary, count },
      months: months?.map(({ month, count: all, shownCount }) => ({ month, count: all, shownCount })),
      lines: lines.map(({ text, date, node }) => ({ text, date, node: nodeKeyOf(node) })),
    })),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

const text = (value: string) => ({ type: 'text' as const, value });
const paragraph = (...children: ({ type: 'text'; value: string } | { type: 'inlineCode'; value: string })[]) => ({
  type: 'paragraph' as const,
  children,
});
const heading = (depth: 1 | 2, value: string) => ({ type: 'heading' as const, depth, children: [text(value)] });

/** What has no line: how much, and of which months. */
function leftOut({ lines, count, months = [] }: ReportSection): string {
  const parts = months
    .filter((one) => one.count > one.shownCount)
    .map((one) => `${one.count - one.shownCount} in ${one.month}`);
  return `And ${count - lines.length} more${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

function markdownOf({ title, summary, sections }: Report): string {
  const items = (section: ReportSection) => [
    ...section.lines.map((line) =>
      paragraph(text(`${line.text}${line.date ? ` (${line.date})` : ''} `), {
        type: 'inlineCode',
        value: nodeKeyOf(line.node),
      }),
    ),
    ...(section.count > section.lines.length ? [paragraph(text(leftOut(section)))] : []),
  ];
  const children = sections.flatMap((section) => [
    heading(2, section.title),
    paragraph(text(section.summary)),
    ...(section.lines.length === 0
      ? []
      : [
          {
            type: 'list' as const,
            spread: false,
            children: items(section).map((item) => ({ type: 'listItem' as const, spread: false, children: [item] })),
          },
        ]),
  ]);
  return toMarkdown(
    { type: 'root', children: [heading(1, title), ...(summary ? [paragraph(text(summary))] : []), ...children] },
    { bullet: '-', extensions: [gfmToMarkdown()] },
  );
}
