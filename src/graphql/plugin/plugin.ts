import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  RootFieldBuilder,
  type SchemaTypes,
} from '@pothos/core';
import { getRefFromModel } from '@pothos/plugin-prisma';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isInputObjectType } from 'graphql';
import { isPartial } from '../../platform/database/compiled-reads/partial-records.ts';
import { toGlobalId } from '../../platform/database/global-ids.ts';
import { type InputRules, notesOf } from '../../platform/validation/rule-notes.ts';
import { modelEnum } from '../enums.ts';
import { ofObject } from '../execution/fields.ts';
import { byId } from '../fields/by-id.ts';
import { changeSetField } from '../fields/change-set.ts';
import { batchedConnection, childConnection } from '../fields/child-connections.ts';
import { connectionOf, connectionTypeOf } from '../fields/connections.ts';
import { manyToMany } from '../fields/many-to-many.ts';
import { nodeField } from '../fields/node-field.ts';
import { showsRecords } from '../fields/project-fields.ts';
import { createInputs } from '../filters.ts';
import { nodeMutation } from '../mutations/node-mutation.ts';
import { payloadMutation } from '../mutations/payload-mutation.ts';
import { recordMutation } from '../mutations/record-mutation.ts';
import { once } from '../registry.ts';
import { createStats } from '../stats.ts';
import type { Builder } from '../types.ts';
import { describeField, type RulesShape, rulesShape } from './rules.ts';

type Resolver = GraphQLFieldResolver<unknown, object>;

/** Waymark's own Pothos plugin: methods on builders and fields, and input types that are described by their rules. */
export class WaymarkPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  /** Adds a rule's limits to the description of its field, and keeps what it says of ids for `parseIds`. */
  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    if (config.kind !== 'InputObject') return config;
    const rule = this.rulesOf(config.parentType)?.[config.name];
    if (!rule) return config;
    const notes = notesOf(rule);
    const description = describeField(config.description, notes);
    return { ...config, description, extensions: { ...config.extensions, rule: notes } };
  }

  /**
   * Resolves the ids of nodes, of which Relay's plugin would make promises, and so of every list and of every response. Columns are
   * properties. What a partial record shows was selected with it, so that Pothos need not find out whether it is loaded.
   */
  override wrapResolve(resolver: Resolver, config: PothosOutputFieldConfig<Types>): Resolver {
    const { name, parentType, resolve } = config;
    const extensions = config.extensions ?? {};
    if (name === 'id' && this.isNode(parentType))
      return ofObject((node: unknown) => toGlobalId(parentType, (node as { id: string }).id));
    if (extensions.pothosExposedField === name && resolver === resolve) return defaultFieldResolver;
    if (!extensions.pothosPrismaSelect || !resolve) return resolver;
    const ofPartial = resolve as Resolver;
    const resolveEither: Resolver = (parent, args, ctx, info) =>
      (isPartial(parent) ? ofPartial : resolver)(parent, args, ctx, info);
    // The records of a relation are properties of such a record, whatever the arguments were: the plan of the field has read them.
    return showsRecords(extensions) ? ofObject(resolveEither, isPartial) : resolveEither;
  }

  private isNode(type: string): boolean {
    const config = this.buildCache.getTypeConfig(type);
    const interfaces = config.kind === 'Object' ? config.interfaces : [];
    return interfaces.some((ref) => this.buildCache.getTypeConfig(ref).name === 'Node');
  }

  /** @throws when an input type has other fields than its rules: one of them could not be set, or would not be checked */
  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isInputObjectType(type) || type.name.startsWith('__')) continue;
      const rules = this.rulesOf(type.name);
      if (!rules) continue;
      const odd = new Set(Object.keys(type.getFields())).symmetricDifference(new Set(Object.keys(rules)));
      if (odd.size > 0) throw new Error(`${type.name} and its rules differ in: ${[...odd].join(', ')}.`);
    }
    return schema;
  }

  private rulesOf(type: string): RulesShape | undefined {
    const { configStore, options } = this.builder;
    const { rules } = configStore.getTypeConfig(type).pothosOptions as { rules?: InputRules };
    return rules && rulesShape(options.registry, type, rules);
  }
}

// Pothos types the methods of all builders by one parameter; those of ours are written for the one schema there is.
const own = (builder: object) => builder as Builder;

const builders = SchemaBuilder.prototype as PothosSchemaTypes.SchemaBuilder<SchemaTypes>;
builders.modelRef = function modelRef(model) {
  return getRefFromModel(model, this) as never;
};
builders.modelEnum = function enumOf(name) {
  return modelEnum(own(this), name);
};
builders.connectionTypeOf = function typeOf(type) {
  return connectionTypeOf(own(this), type);
};
builders.listInputs = function listInputs() {
  return once(this.options.registry, 'inputs', () => createInputs(own(this)));
};
builders.stats = function stats(spec) {
  once(this.options.registry, 'stats', () => createStats(own(this), this.listInputs()))(spec);
};
builders.recordMutation = function mutation(name, options) {
  recordMutation(own(this), name, options);
};
builders.nodeMutation = function mutation(name, options) {
  nodeMutation(own(this), name, options);
};
builders.payloadMutation = function mutation(name, options) {
  payloadMutation(own(this), name, options);
};

// Each of these functions takes the field builder first. A field builder has no kind or parent until a feature calls it.
const method = (define: (t: never, ...args: never[]) => unknown) =>
  function call(this: unknown, ...args: never[]) {
    return define(this as never, ...args);
  } as never;

const fields = RootFieldBuilder.prototype as PothosSchemaTypes.RootFieldBuilder<SchemaTypes, unknown>;
fields.connectionOf = method(connectionOf);
fields.childConnection = method(childConnection);
fields.batchedConnection = method(batchedConnection);
fields.byId = method(byId);
fields.manyToMany = method(manyToMany);
fields.changeSet = method(changeSetField);
fields.nodeOf = method(nodeField);

/** The name that the plugin goes by in a builder's list. */
export const waymarkPlugin = 'waymark';
SchemaBuilder.registerPlugin(waymarkPlugin, WaymarkPlugin);
