import type { Builder } from '../../graphql/builder.ts';
import { nodeOf } from '../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../graphql/shared.ts';
import { sampleList, visibleTo } from './samples.access.ts';
import * as samples from './samples.service.ts';

/** «Samples»: a title, and anything to remember about each. */
export function defineSamples(builder: Builder, shared: Shared): void {
  const Sample = builder.prismaNode('Sample', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      notes: t.exposeString('notes'),
    }),
  });

  builder.queryFields((t) => ({
    sample: shared.oneById(t, Sample, '«sample»', samples.getSample),
    samples: shared.list(t, sampleList, 'Your «samples», by title unless asked otherwise.', samples.listSamples),
  }));

  const details = (t: InputFields) => ({
    notes: t.string({ description: 'Anything to remember about it, in Markdown, at most 20,000 characters.' }),
  });
  const CreateSampleInput = builder.inputType('CreateSampleInput', {
    description: 'What a new «sample» says.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What it is called: 1 to 200 characters.' }),
      ...details(t),
    }),
  });
  const UpdateSampleInput = builder.inputType('UpdateSampleInput', {
    description: 'Changes to one of your «samples»; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which «sample».' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What it is called: 1 to 200 characters.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createSample: mutation(t, Sample, CreateSampleInput, 'Makes a new «sample».', samples.createSample),
    updateSample: mutation(t, Sample, UpdateSampleInput, 'Changes one of your «samples».', samples.updateSample),
    trashSample: mutation(
      t,
      Sample,
      TargetInput,
      'Puts one of your «samples» in the trash: nothing lists or finds it until it is restored.',
      samples.trashSample,
    ),
    restoreSample: mutation(
      t,
      Sample,
      TargetInput,
      'Takes one of your «samples» out of the trash.',
      samples.restoreSample,
    ),
  }));
}
