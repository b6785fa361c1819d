import { type Report, type ReportFormat, type ReportLine, reportText } from '../platform/text/report.ts';
import { once } from './registry.ts';
import type { Builder } from './types.ts';

/** The enum of the formats of reports. */
const reportFormatType = (builder: Builder) =>
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

/** The interface of reports. */
export const reportType = (builder: Builder) =>
  once(builder.options.registry, 'Report', () =>
    builder.interfaceRef<Report>('Report').implement({
      description: 'A report on a period across all areas, of which each line has its record.',
      fields: (t) => ({
        startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
        endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day.' }),
        text: t.string({
          description:
            'The report as text, in which each line cites the id of its record. The same report is the same text.',
          args: {
            format: t.arg({ type: reportFormatType(builder), defaultValue: 'MARKDOWN', description: 'The format.' }),
          },
          resolve: (report, { format }) => reportText(report, format ?? 'MARKDOWN'),
        }),
      }),
    }),
  );
