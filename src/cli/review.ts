import { dataOf } from '../mcp/answers.ts';
import { clientOptions, clientUsage, withClient } from './client.ts';
import { defineCommand, print, UsageError } from './command.ts';

const weekDocument = `query Review($week: Date, $format: ReportFormat!) {
  report: weeklyReview(week: $week) { text(format: $format) }
}`;

const packetDocument = `query Packet($from: Date, $to: Date, $format: ReportFormat!) {
  report: reviewPacket(from: $from, to: $to) { text(format: $format) }
}`;

export const reviewCommand = defineCommand({
  name: 'review',
  usage: `[--week <day> | --packet [--from <day>] [--to <day>]] [--format markdown|json] ${clientUsage}   (such as 2026-11-23, or --week=-P7D for last week)`,
  summary: 'print the review of a week, or the packet for a review of up to two years',
  options: {
    ...{ week: { type: 'string' }, packet: { type: 'boolean' }, from: { type: 'string' }, to: { type: 'string' } },
    ...{ format: { type: 'string' }, ...clientOptions },
  },
  async run(config, { week, packet, from, to, format, json, ...connection }) {
    const wanted = format ?? (json ? 'json' : 'markdown');
    if (!['markdown', 'json'].includes(wanted)) throw new UsageError(`--format is markdown or json, not ${wanted}.`);
    if (json && wanted !== 'json') throw new UsageError('--json is --format json.');
    if (packet && week !== undefined) throw new UsageError('--packet takes --from and --to, not --week.');
    if (!packet && (from ?? to) !== undefined) throw new UsageError('--from and --to go with --packet.');
    return withClient(config, connection, async ({ ask }) => {
      const days = packet ? { from: from ?? '-P6M', to: to ?? 'TODAY' } : { week: week ?? 'TODAY' };
      const variables = { ...days, format: wanted.toUpperCase() };
      const answer = await ask(packet ? packetDocument : weekDocument, variables);
      return print(dataOf<{ report: { text: string } }>(answer).report.text.trimEnd());
    });
  },
});
