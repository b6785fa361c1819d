import { weeklyReview } from '../domains/across/weekly-review/weekly-review.service.ts';
import { actFor } from '../platform/context.ts';
import { type ReportFormat, reportFormats, reportText } from '../platform/text/report.ts';
import { accountAt, defineCommand, print, UsageError, withApp } from './command.ts';

const isFormat = (text: string): text is ReportFormat => reportFormats.some((format) => format === text);

export const reviewCommand = defineCommand({
  name: 'review',
  usage:
    '[--week <day>] [--format markdown|json] [--account <email>]   (such as 2026-11-23, or --week=-P7D for last week)',
  summary: 'print the review of a week',
  options: { week: { type: 'string' }, format: { type: 'string' }, account: { type: 'string' } },
  run: (config, { week = 'TODAY', format: given = 'markdown', account: address }) =>
    withApp(config, async (app) => {
      const format = given.toUpperCase();
      if (!isFormat(format)) throw new UsageError(`--format is markdown or json, not ${given}.`);
      const account = await accountAt(app.systemContext(), address);
      const review = await weeklyReview(actFor(app.systemContext(), account), { week });
      return print(reportText(review, format).trimEnd());
    }),
});
