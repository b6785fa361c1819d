import { reviewPacket } from '../domains/across/review-packet/review-packet.service.ts';
import { weeklyReview } from '../domains/across/weekly-review/weekly-review.service.ts';
import { actFor } from '../platform/context.ts';
import { type ReportFormat, reportFormats, reportText } from '../platform/text/report.ts';
import { accountAt, defineCommand, print, UsageError, withApp } from './command.ts';

const isFormat = (text: string): text is ReportFormat => reportFormats.some((format) => format === text);

export const reviewCommand = defineCommand({
  name: 'review',
  usage:
    '[--week <day> | --packet [--from <day>] [--to <day>]] [--format markdown|json] [--account <email>]   (such as 2026-11-23, or --week=-P7D for last week)',
  summary: 'print the review of a week, or the packet for a review of up to two years',
  options: {
    ...{ week: { type: 'string' }, packet: { type: 'boolean' }, from: { type: 'string' }, to: { type: 'string' } },
    ...{ format: { type: 'string' }, account: { type: 'string' } },
  },
  run: (config, { week, packet, from, to, format: given = 'markdown', account: address }) =>
    withApp(config, async (app) => {
      const format = given.toUpperCase();
      if (!isFormat(format)) throw new UsageError(`--format is markdown or json, not ${given}.`);
      if (packet && week !== undefined) throw new UsageError('--packet takes --from and --to, not --week.');
      if (!packet && (from ?? to) !== undefined) throw new UsageError('--from and --to go with --packet.');
      const ctx = actFor(app.systemContext(), await accountAt(app.systemContext(), address));
      const report = packet
        ? await reviewPacket(ctx, { from: from ?? '-P6M', to: to ?? 'TODAY' })
        : await weeklyReview(ctx, { week: week ?? 'TODAY' });
      return print(reportText(report, format).trimEnd());
    }),
});
