import type { ReportFormat, ReportLine } from '../platform/text/report.ts';
import { once } from './registry.ts';
import type { Builder } from './types.ts';

/** The enum of the formats of reports. */
export const reportFormatType = (builder: Builder) =>
  once(builder.options.registry, 'ReportFormat', () =>
    builder.enumType('ReportFormat', {
      description: 'How a report is written as text.',
      values: {
        MARKDOWN: { description: 'Markdown, in which all texts are escaped.' },
        JSON: { description: 'JSON, indented by two spaces.' },
      } satisfies Record<ReportFormat, { description: string }>,
    }),
  );

/** The type of the lines of reports. */
export const reportLineType = (builder: Builder) =>
  once(builder.options.registry, 'ReportLine', () =>
    builder.objectRef<ReportLine>('ReportLine').implement({
      description: 'A line of a report.',
      fields: (t) => ({
        text: t.exposeString('text', {
          description: 'What it says, as plain text on one line. At most 200 characters.',
        }),
        date: t.expose('date', {
          type: 'Date',
          nullable: true,
          description: 'The day that it is about. Null if it is about none.',
        }),
        node: t.nodeOf({
          description: 'The record that it is about. Null if it has been deleted since.',
          resolve: ({ node }: ReportLine) => node,
        }),
      }),
    }),
  );
