import type { Row } from '../../../platform/database/models.ts';
import type { ReportMonth } from '../../../platform/text/report.ts';
import { counted, withNotes } from '../weekly-review/weekly-review.rules.ts';
import {
  type MonthEnergy,
  monthlyQuota,
  monthOf,
  monthsBetween,
  type PacketKind,
  type PacketLine,
  type PacketRecords,
  type PickedLines,
  packetKinds,
  packetSections,
  type ReviewPacket,
  type ReviewPacketSection,
} from './review-packet.rules.ts';

/* What the packet of a period says of its records. Nothing here reads or writes. */

/** The packet of a period. Its lines are in the order of their days, whatever the order of what it is made of. */
export function reviewPacketOf(from: string, to: string, { picked, energy }: PacketRecords): ReviewPacket {
  const months = monthsBetween(from, to);
  const sections = packetKinds.map((kind) => sectionOf(kind, months, picked[kind], energy));
  const count = sum(sections.map((section) => section.count));
  const shown = sum(sections.map(({ lines }) => lines.length));
  const isEmpty = (month: string) =>
    sections.every((section) => section.months.every((one) => one.month !== month || one.count === 0));
  const summary = [
    `${counted(count, 'record')} in ${counted(months.length, 'month')}.`,
    `Shown are ${shown}: at most ${monthlyQuota} of each kind a month. Left out are ${count - shown}.`,
    nothingIn(months, isEmpty),
  ];
  return {
    ...{ title: `Review from ${from} to ${to}`, startsOn: from, endsOn: to },
    ...{ summary: summary.filter(Boolean).join(' '), sections },
  };
}

function sectionOf(
  kind: PacketKind,
  months: readonly string[],
  { lines, counts }: PickedLines,
  energy: readonly MonthEnergy[],
): ReviewPacketSection {
  const { title, thing, things } = packetSections[kind];
  const shown = Map.groupBy(lines, ({ date }) => monthOf(date));
  const all: ReportMonth[] = months.map((month) => ({
    ...{ month, count: counts.get(month) ?? 0, shownCount: shown.get(month)?.length ?? 0 },
  }));
  const count = sum(all.map((month) => month.count));
  const summary = [
    `${counted(count, thing, things)}.`,
    kind === 'ENERGY' && meansText(energy),
    count > 0 && nothingIn(months, (month) => !counts.has(month)),
  ];
  return {
    ...{ kind, title, summary: summary.filter(Boolean).join(' '), count, months: all },
    lines: lines.toSorted(inOrder),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** By day, and those of a day by id. */
const inOrder = (a: PacketLine, b: PacketLine) =>
  a.date === b.date ? Number(a.node.id > b.node.id) - Number(a.node.id < b.node.id) : a.date < b.date ? -1 : 1;

/** Names the months without anything: `Nothing in 2026-03, 2026-05 to 2026-07.` Null if there are none. */
function nothingIn(months: readonly string[], isEmpty: (month: string) => boolean): string | null {
  const runs: string[][] = [];
  for (const [at, month] of months.entries()) {
    if (!isEmpty(month)) continue;
    const before = months[at - 1];
    const last = runs.at(-1);
    if (last && before !== undefined && last.at(-1) === before) last.push(month);
    else runs.push([month]);
  }
  const named = runs.map((run) => (run.length > 1 ? `${run[0]} to ${run.at(-1)}` : run[0]));
  return named.length > 0 ? `Nothing in ${named.join(', ')}.` : null;
}

/** The mean energy of each month with its n. */
function meansText(energy: readonly MonthEnergy[]): string | null {
  const texts = energy.map(
    ({ month, mean, n }) => `${month} ${mean === null ? 'too few for a mean' : mean.toFixed(2)} (n = ${n})`,
  );
  return texts.length > 0 ? `Mean energy from 1 to 5: ${texts.join(', ')}.` : null;
}

/** A value of an enum in words, such as `on track`. */
const inWords = (value: string) => value.toLowerCase().replaceAll('_', ' ');

type CheckIn = Pick<Row<'goalCheckIn'>, 'value' | 'health' | 'notes'> & {
  readonly goal: Pick<Row<'goal'>, 'title' | 'metricUnit'> | null;
};

/** What a line says of a check-in: its goal, the value and the health. */
export function checkInText({ value, health, notes, goal }: CheckIn): string {
  const measured = value === null ? '' : `${value}${goal?.metricUnit ? ` ${goal.metricUnit}` : ''}, `;
  return withNotes(`${goal ? `${goal.title}: ` : ''}${measured}${inWords(health)}`, notes);
}

type Assessed = Pick<Row<'assessment'>, 'level' | 'source' | 'notes'> &
  Readonly<Record<'skill' | 'person', { readonly name: string } | null>>;

/** What a line says of an assessment: the skill, the level, and whose assessment it is. */
export function assessmentText({ level, source, notes, skill, person }: Assessed): string {
  const by = { SELF: 'by yourself', PEER: 'by a colleague', MANAGER: 'by a manager' }[source];
  return withNotes(`${skill ? `${skill.name}: ` : ''}level ${level} ${by}${person ? `, ${person.name}` : ''}`, notes);
}

/** What a line says of a practice interview: its kind and score, 1 to 5. */
export const interviewText = ({ kind, score, notes }: Pick<Row<'practiceInterview'>, 'kind' | 'score' | 'notes'>) =>
  withNotes(`Practice of a ${inWords(kind)} interview${score === null ? '' : `, ${score} of 5`}`, notes);
