import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { sampleList } from './samples.access.ts';
import { createSampleInput, updateSampleInput } from './samples.rules.ts';
import * as samples from './samples.service.ts';

/** «Samples», with a title and notes each. */
export function defineSamples(builder: Builder): void {
  const Sample = builder.prismaNode('Sample', {
    ...nodeOf(sampleList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      notes: t.exposeString('notes'),
    }),
  });

  builder.queryFields((t) => ({
    sample: t.byId({ type: Sample, resolve: samples.getSample }),
    samples: t.connectionOf(sampleList, { description: 'Your «samples».', resolve: samples.listSamples }),
  }));

  const details = (t: InputFields) => ({
    notes: t.string({ description: 'Notes, in Markdown.' }),
  });
  builder.recordMutation('createSample', {
    record: Sample,
    description: 'Creates a «sample».',
    rules: createSampleInput,
    input: (t) => ({ title: t.string({ required: true, description: 'The title.' }), ...details(t) }),
    resolve: samples.createSample,
  });
  builder.recordMutation('updateSample', {
    record: Sample,
    description: 'Changes a «sample».',
    rules: updateSampleInput,
    input: (t) => ({ title: t.string({ description: 'The title.' }), ...details(t) }),
    resolve: samples.updateSample,
  });
}
