import type { ItemContent, StickyColor } from '../../../integrations/miro/items.ts';
import type { Row } from '../../../platform/database/models.ts';

/** What a frame is to show: a sticky note or a card, in a column. */
export interface WantedItem {
  /** Identifies it in its frame. What moves to another column is another item. */
  key: string;
  column: number;
  content: ItemContent;
}

/** The number of columns of a frame. */
export const columnCount = 4;
/** The maximum number of items in a column, its heading aside. */
const maxRows = 40;
/** The maximum number of characters of a title, so that a card keeps its size. */
const maxTitle = 120;
const maxDescription = 1_000;

type Group = { heading: string; items: readonly { key: string; content: ItemContent }[] };

/** The items of some columns with their headings. @returns what does not fit is only counted */
export function itemsOfColumns(groups: readonly Group[]): { items: WantedItem[]; leftOutCount: number } {
  const items = groups.flatMap(({ heading, items: inside }, column): WantedItem[] => [
    { key: `${column}:heading`, column, content: { type: 'sticky_note', text: heading, color: 'gray' } },
    ...inside.slice(0, maxRows).map(({ key, content }) => ({ key: `${column}:${key}`, column, content })),
  ]);
  const leftOutCount = groups.reduce((sum, { items: inside }) => sum + Math.max(0, inside.length - maxRows), 0);
  return { items, leftOutCount };
}

const shortened = (text: string, max: number) =>
  text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** A card. Lines that are empty are left out. */
function card(
  title: string,
  { lines, dueOn = null, color }: { lines: readonly string[]; dueOn?: string | null; color: `#${string}` },
): ItemContent {
  const description = shortened(lines.filter((line) => line !== '').join('\n'), maxDescription);
  return { type: 'card', title: shortened(title, maxTitle), description, dueOn, color };
}

const goalKinds = ['OBJECTIVE', 'KEY_RESULT', 'PROJECT', 'HABIT'] as const satisfies Row<'goal'>['kind'][];
const goalHeadings = { OBJECTIVE: 'Objectives', KEY_RESULT: 'Key results', PROJECT: 'Projects', HABIT: 'Habits' };
const healthColors = { ON_TRACK: '#0ca789', AT_RISK: '#fac710', OFF_TRACK: '#f24726' } as const;
const healthNames = { ON_TRACK: 'On track', AT_RISK: 'At risk', OFF_TRACK: 'Off track' };
const unknownColor = '#2d9bf0';

/** The cards of goals, in the order given, by kind. */
export const goalColumns = (goals: readonly Row<'goal'>[]): Group[] =>
  goalKinds.map((kind) => ({
    heading: goalHeadings[kind],
    items: goals.filter((goal) => goal.kind === kind).map((goal) => ({ key: goal.id, content: goalCard(goal) })),
  }));

function goalCard({ title, status, health, dueOn, metricCurrent, metricTarget, metricUnit }: Row<'goal'>): ItemContent {
  const metric = metricTarget === null ? '' : `${metricCurrent ?? 0} of ${metricTarget} ${metricUnit ?? ''}`.trim();
  return card(title, {
    lines: [status === 'PLANNED' ? 'Planned' : '', health ? healthNames[health] : '', metric],
    dueOn,
    color: health ? healthColors[health] : unknownColor,
  });
}

/** A skill below the level that is aimed at. */
export interface SkillGap {
  skillId: string;
  name: string;
  category: string;
  /** Null if it was never assessed. */
  level: number | null;
  targetLevel: number;
}

const gapColors: readonly StickyColor[] = ['red', 'orange', 'yellow', 'light_blue'];

/** The sticky notes of skills, in the order given, by the number of levels missing. */
export function skillGapColumns(gaps: readonly SkillGap[]): Group[] {
  const columnOf = ({ level, targetLevel }: SkillGap) =>
    level === null ? 3 : Math.max(0, 3 - Math.max(1, Math.round(targetLevel - level)));
  return ['3 levels or more', '2 levels', '1 level', 'Not assessed'].map((heading, column) => ({
    heading,
    items: gaps
      .filter((gap) => columnOf(gap) === column)
      .map(({ skillId, name, category, level, targetLevel }) => ({
        key: skillId,
        content: {
          type: 'sticky_note' as const,
          text: [shortened(name, 60), shortened(category, 60), `${level ?? '–'} → ${targetLevel}`].join('\n'),
          color: gapColors[column] ?? 'gray',
        },
      })),
  }));
}

/** What there is of a week, each list in its order. */
export interface Week {
  tasks: readonly Pick<Row<'task'>, 'id' | 'title'>[];
  learnings: readonly Pick<Row<'learning'>, 'id' | 'title' | 'sourceTitle'>[];
  feedback: readonly (Pick<Row<'feedback'>, 'id' | 'kind' | 'body'> & { person: { name: string } | null })[];
  meetings: readonly (Pick<Row<'meeting'>, 'id' | 'title'> & { day: string })[];
}

const feedbackColors = { PRAISE: '#0ca789', SUGGESTION: '#fac710', CONCERN: '#f24726' } as const;

/** The cards of a week. */
export const weekColumns = ({ tasks, learnings, feedback, meetings }: Week): Group[] => [
  {
    heading: 'Done',
    items: tasks.map(({ id, title }) => ({ key: id, content: card(title, { lines: [], color: '#0ca789' }) })),
  },
  {
    heading: 'Learned',
    items: learnings.map(({ id, title, sourceTitle }) => ({
      key: id,
      content: card(title, { lines: [sourceTitle], color: '#9510ac' }),
    })),
  },
  {
    heading: 'Feedback',
    items: feedback.map(({ id, kind, body, person }) => ({
      key: id,
      content: card(body.split('\n', 1)[0] || 'Feedback', {
        lines: [person?.name ?? '', body],
        color: feedbackColors[kind],
      }),
    })),
  },
  {
    heading: 'Meetings',
    items: meetings.map(({ id, title, day }) => ({
      key: id,
      content: card(title, { lines: [day], color: '#2d9bf0' }),
    })),
  },
];
