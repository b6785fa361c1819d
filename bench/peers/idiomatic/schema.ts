/* The schema of the idiomatic server: the part of Waymark's that the workloads ask. */
import SchemaBuilder from '@pothos/core';
import PrismaPlugin, { type PothosPrismaDatamodel } from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../../../src/generated/pothos.ts';
import type { PrismaClient } from '../../../src/generated/sqlite/client.ts';
import type { Row } from '../../../src/platform/database/models.ts';
import { createTask } from './create-task.ts';
import { defineStats } from './stats.ts';

export interface Types {
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Context: { account: { id: string } };
  Scalars: { Date: { Input: string; Output: string }; DateTime: { Input: Date; Output: Date } };
}

export type Builder = ReturnType<typeof createBuilder>;

function createBuilder(prisma: PrismaClient, datamodel: PothosPrismaDatamodel) {
  const options = {
    plugins: [RelayPlugin, PrismaPlugin],
    defaultFieldNullability: false as const,
    prisma: { client: prisma, dmmf: datamodel },
    relay: {
      encodeGlobalID: (type: string, id: string) => `${type}:${id}`,
      decodeGlobalID(text: string) {
        const [typename = '', id = ''] = text.split(':');
        return { typename, id };
      },
      nodesOnConnection: true,
    },
  };
  // Waymark's plugins declare options on Pothos' own type, which are required wherever their declarations are seen.
  return new SchemaBuilder<Types>(options as unknown as ConstructorParameters<typeof SchemaBuilder<Types>>[0]);
}

/** Creates the schema. */
export function createIdiomaticSchema(prisma: PrismaClient, datamodel: PothosPrismaDatamodel) {
  const builder = createBuilder(prisma, datamodel);
  builder.scalarType('Date', { serialize: (value) => value });
  builder.scalarType('DateTime', { serialize: (value) => value.toISOString() });
  const TaskStatus = builder.enumType('TaskStatus', { values: ['TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const });
  const GoalStatus = builder.enumType('GoalStatus', {
    values: ['PLANNED', 'ACTIVE', 'ACHIEVED', 'ABANDONED'] as const,
  });
  const TaskPriority = builder.enumType('TaskPriority', {
    values: {
      NONE: { value: 0 },
      LOW: { value: 1 },
      MEDIUM: { value: 2 },
      HIGH: { value: 3 },
      URGENT: { value: 4 },
    } as const,
  });

  builder.prismaNode('Goal', {
    id: { field: 'id' },
    fields: (t) => ({ title: t.exposeString('title'), status: t.expose('status', { type: GoalStatus }) }),
  });
  const Label = builder.prismaNode('Label', {
    id: { field: 'id' },
    fields: (t) => ({ name: t.exposeString('name'), color: t.exposeString('color') }),
  });
  const Task = builder.prismaNode('Task', {
    id: { field: 'id' },
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      status: t.expose('status', { type: TaskStatus }),
      priority: t.field({ type: TaskPriority, resolve: ({ priority }) => priority as 0 | 1 | 2 | 3 | 4 }),
      scheduledOn: t.expose('scheduledOn', { type: 'Date', nullable: true }),
      scheduledAt: t.expose('scheduledAt', { type: 'DateTime', nullable: true }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      estimateMinutes: t.exposeInt('estimateMinutes', { nullable: true }),
      completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true }),
      carryOverCount: t.exposeInt('carryOverCount'),
      position: t.exposeFloat('position'),
      version: t.exposeInt('version'),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
      trashedAt: t.expose('trashedAt', { type: 'DateTime', nullable: true }),
      goal: t.relation('goal', { nullable: true }),
      labels: t.field({
        type: [Label],
        select: { taskLabels: { select: { label: true }, orderBy: { label: { nameNormalized: 'asc' } } } },
        resolve: ({ taskLabels }) => taskLabels.map(({ label }) => label),
      }),
    }),
  });

  const DateFilter = builder.inputType('DateFilter', {
    fields: (t) => ({ eq: t.field({ type: 'Date' }), lt: t.field({ type: 'Date' }) }),
  });
  const StatusFilter = builder.inputType('TaskStatusFilter', {
    fields: (t) => ({ in: t.field({ type: [TaskStatus] }) }),
  });
  const TaskFilter = builder.inputType('TaskFilter', {
    fields: (t) => ({
      scheduledOn: t.field({ type: DateFilter }),
      dueOn: t.field({ type: DateFilter }),
      status: t.field({ type: StatusFilter }),
    }),
  });
  type Filter = typeof TaskFilter.$inferInput | null | undefined;
  const dates = (filter: typeof DateFilter.$inferInput | null | undefined) =>
    filter ? { equals: filter.eq ?? undefined, lt: filter.lt ?? undefined } : undefined;
  const whereOf = (ownerId: string, filter: Filter) => ({
    ...{ ownerId, trashedAt: null, scheduledOn: dates(filter?.scheduledOn), dueOn: dates(filter?.dueOn) },
    status: filter?.status?.in ? { in: filter.status.in } : undefined,
  });

  builder.queryType({
    fields: (t) => ({
      task: t.prismaField({
        type: Task,
        nullable: true,
        args: { id: t.arg.globalID({ required: true }) },
        resolve: (query, _root, { id }, { account }) =>
          prisma.task.findFirst({ ...query, where: { id: id.id, ownerId: account.id } }),
      }),
      tasks: t.prismaConnection({
        type: Task,
        cursor: 'id',
        args: { filter: t.arg({ type: TaskFilter }) },
        totalCount: (_root, { filter }, { account }) => prisma.task.count({ where: whereOf(account.id, filter) }),
        resolve: (query, _root, { filter }, { account }) =>
          prisma.task.findMany({
            ...query,
            where: whereOf(account.id, filter),
            orderBy: [{ position: 'asc' }, { id: 'asc' }],
          }),
      }),
    }),
  });
  defineStats(builder, prisma);

  const CreateTaskInput = builder.inputType('CreateTaskInput', {
    fields: (t) => ({
      title: t.string({ required: true }),
      description: t.string({ required: true }),
      priority: t.field({ type: TaskPriority, required: true }),
      scheduledOn: t.field({ type: 'Date', required: true }),
      estimateMinutes: t.int({ required: true }),
      goalId: t.globalID({ required: true }),
    }),
  });
  const Payload = builder.objectRef<Row<'task'>>('CreateTaskPayload').implement({
    fields: (t) => ({ task: t.field({ type: Task, resolve: (task) => task }) }),
  });
  builder.mutationType({
    fields: (t) => ({
      createTask: t.field({
        type: Payload,
        args: { input: t.arg({ type: CreateTaskInput, required: true }) },
        resolve: (_root, { input }, { account }) => createTask(prisma, account.id, input),
      }),
    }),
  });
  return builder.toSchema();
}
