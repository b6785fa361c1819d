import { parse } from 'graphql';
import { z } from 'zod';
import { type Ask, dataOf, RefusedError } from './answers.ts';
import { byDocument, dateInput, defineTool, idInput, type Tool, type ToolResult } from './tool.ts';

const taskFields = 'id title status priority scheduledOn scheduledAt dueOn estimateMinutes isBlocked goal { title }';

const today = defineTool({
  name: 'today',
  title: 'Today',
  description:
    'A day of the person: meetings and whether they are prepared, tasks, focus, habits, energy so far, and what is due for review. Times are in UTC.',
  input: z.object({ date: dateInput('The day. Default: today.').optional() }),
  run: byDocument(`query Today($date: Date) {
    viewer { name timeZone }
    day(date: $date) {
      date
      meetings(first: 50) { nodes { id title startsAt endsAt preparationStatus } }
      tasks(first: 50) { totalCount nodes { ${taskFields} } }
      focus { intention tasks { id title status } }
      habits { isWanted mark habit { id title } }
      energy(first: 10) { nodes { at energy mood notes } }
      duePrompts(first: 1) { totalCount }
      dueReviews(first: 10) { totalCount nodes { id title } }
    }
  }`),
});

const planDay = defineTool({
  name: 'plan_day',
  title: 'Plan the day',
  description:
    'Fits open tasks into the gaps between the meetings of a day, with the reason for each and the cause for what is left out. Writes nothing: pass the planHash to commit_plan once the person agrees.',
  input: z.object({ date: dateInput('The day, not in the past. Default: today.').optional() }),
  run: byDocument(`query PlanDay($date: Date) {
    planDay(date: $date) {
      date planHash freeMinutes plannedMinutes
      alreadyPlaced { startsAt endsAt task { id title } }
      placements { startsAt endsAt explanation task { id title priority dueOn } }
      leftovers { explanation task { id title } }
    }
  }`),
});

const search = defineTool({
  name: 'search',
  title: 'Search',
  description:
    'Finds records of all types by words: tasks, learnings, meetings, people, goals, skills, feedback and more, the best first.',
  input: z.object({
    text: z.string().min(1).max(200).describe('The words. Other forms of English and German words match, too.'),
    types: z.array(z.string()).max(30).describe('Only these types, such as TASK, LEARNING or PERSON.').optional(),
    first: z.number().int().min(1).max(50).describe('How many. Default: 10.').default(10),
  }),
  run: byDocument(`query Search($text: String!, $types: [SearchType!], $first: Int) {
    search(text: $text, types: $types, first: $first) {
      totalCount
      nodes { type title { text } snippet { text } node { id } }
    }
  }`),
});

const listTasks = defineTool({
  name: 'list_tasks',
  title: 'List tasks',
  description: 'The open tasks, the most urgent due dates first, optionally those that are due by a day.',
  input: z.object({
    dueBy: dateInput('Only tasks that are due by this day.').optional(),
    after: z.string().describe('The endCursor of the page before.').optional(),
    first: z.number().int().min(1).max(100).describe('How many. Default: 25.').default(25),
  }),
  async run(ask, { dueBy, ...page }) {
    const filter = { status: { in: ['TODO', 'IN_PROGRESS'] }, ...(dueBy !== undefined && { dueOn: { lte: dueBy } }) };
    const document = `query ListTasks($filter: TaskFilter, $first: Int, $after: String) {
      tasks(filter: $filter, first: $first, after: $after, orderBy: [{ field: DUE_ON }, { field: PRIORITY, direction: DESC }]) {
        totalCount pageInfo { hasNextPage endCursor } nodes { ${taskFields} }
      }
    }`;
    return { data: dataOf<Record<string, unknown>>(await ask(document, { filter, ...page })) };
  },
});

const briefFields = `id title startsAt endsAt
  brief {
    attendeeCount
    carriedOver { reason node { id ... on MeetingItem { title } } }
    decisions { reason node { id ... on MeetingItem { title } } }
    attendees {
      person { id ... on Person { name } } isDeclined daysSinceOneOnOne
      actionItems { reason node { id ... on Task { title } } }
      feedback { reason node { id ... on Feedback { body } } }
      sharedGoals { reason node { id ... on Goal { title } } }
    }
  }`;

const meetingBrief = defineTool({
  name: 'meeting_brief',
  title: 'Meeting brief',
  description:
    'What to know before a meeting: carried-over items, past decisions, and for each attendee open action items, feedback and shared goals. Null if there is no meeting.',
  input: z.object({ meetingId: idInput('Meeting').describe('The meeting. Default: the next one.').optional() }),
  run: (ask, input) =>
    byDocument(
      input.meetingId === undefined
        ? `query NextBrief { meeting: nextMeeting { ${briefFields} } }`
        : `query Brief($meetingId: ID!) { meeting(id: $meetingId) { ${briefFields} } }`,
    )(ask, input),
});

const readinessFields = `score missing
  criteria { state fraction weight missing requirement { title } }
  nextSteps { action gain }`;

const readiness = defineTool({
  name: 'readiness',
  title: 'Readiness for a role',
  description:
    'How ready the person is for a role, 0 to 100, with every requirement and the next steps by what they gain. Without a role: all role profiles with their scores.',
  input: z.object({ roleId: idInput('RoleProfile').optional() }),
  run: (ask, input) =>
    byDocument(
      input.roleId === undefined
        ? 'query Roles { roleProfiles(first: 20) { nodes { id title level readiness { score missing } } } }'
        : `query Readiness($roleId: ID!) { readiness(roleId: $roleId) { role { id title level } ${readinessFields} } }`,
    )(ask, input),
});

/** The text of the report that a document asks for. */
async function reportOf(ask: Ask, document: string, input: Readonly<Record<string, unknown>>): Promise<ToolResult> {
  const { report } = dataOf<{ report: { text: string } }>(await ask(document, input));
  return { text: report.text };
}

const weeklyReview = defineTool({
  name: 'weekly_review',
  title: 'Weekly review',
  description: 'The review of a week across all areas as Markdown; each line cites the id of its record.',
  input: z.object({ week: dateInput('Any day of the week. Default: today.').optional() }),
  run: (ask, input) =>
    reportOf(ask, 'query Week($week: Date) { report: weeklyReview(week: $week) { text(format: MARKDOWN) } }', input),
});

const reviewPacket = defineTool({
  name: 'review_packet',
  title: 'Review packet',
  description:
    'What the person takes into a performance review: the most telling records of a period of up to two years, as Markdown with the id of each.',
  input: z.object({
    from: dateInput('The first day. Default: six months ago.').optional(),
    to: dateInput('The last day. Default: today.').optional(),
  }),
  run: (ask, input) =>
    reportOf(
      ask,
      'query Packet($from: Date, $to: Date) { report: reviewPacket(from: $from, to: $to) { text(format: MARKDOWN) } }',
      input,
    ),
});

/** The tools that read. */
export const readTools: readonly Tool[] = [
  today,
  planDay,
  search,
  listTasks,
  meetingBrief,
  readiness,
  weeklyReview,
  reviewPacket,
];

/** The tool for whatever else there is to ask, where any document may be asked. */
export const runQuery = defineTool({
  name: 'run_query',
  title: 'Run a query',
  description:
    'Runs a read-only GraphQL query on everything there is. The resources waymark://schema/{type} describe the schema; begin with the type Query.',
  input: z.object({
    query: z.string().max(20_000).describe('A GraphQL document with queries only.'),
    variables: z.record(z.string(), z.unknown()).describe('The values of its variables.').optional(),
    operationName: z.string().describe('Which operation to run, if there are several.').optional(),
  }),
  async run(ask, { query, variables, operationName }) {
    requireReadOnly(query);
    return { data: dataOf<Record<string, unknown>>(await ask(query, variables, operationName)) };
  },
});

/** @throws RefusedError if a document is not valid, or has anything but queries */
function requireReadOnly(text: string): void {
  const operations = definitionsOf(text).flatMap((definition) =>
    definition.kind === 'OperationDefinition' ? definition.operation : [],
  );
  if (operations.some((operation) => operation !== 'query'))
    throw new RefusedError('FORBIDDEN', 'FORBIDDEN: Only queries. Changes have tools of their own.');
}

function definitionsOf(text: string) {
  try {
    return parse(text, { maxTokens: 2_000 }).definitions;
  } catch (error) {
    throw new RefusedError('GRAPHQL_PARSE_FAILED', `GRAPHQL_PARSE_FAILED: ${(error as Error).message}`);
  }
}
