import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { artifactList, visibleTo } from './artifacts.access.ts';
import { artifactKinds } from './artifacts.rules.ts';
import * as artifacts from './artifacts.service.ts';

/** Artifacts: what one has to show, such as a CV, a portfolio or a certificate. */
export function defineArtifacts(builder: Builder, shared: Shared): void {
  builder.enumType(artifactKinds, {
    name: 'ArtifactKind',
    description: 'What an artifact is.',
    values: {
      CV: { description: 'A curriculum vitae.' },
      PORTFOLIO: { description: 'A collection of work.' },
      CERTIFICATE: { description: 'What somebody attests, such as an exam or a degree.' },
      OTHER: { description: 'Anything else.' },
    },
  });

  const Artifact = builder.prismaNode('Artifact', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      kind: t.expose('kind', { type: artifactKinds, description: 'What it is.' }),
      url: t.exposeString('url', { nullable: true }),
      notes: t.exposeString('notes'),
      madeOn: t.expose('madeOn', { type: 'Date', nullable: true }),
      expiresOn: t.expose('expiresOn', { type: 'Date', nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    artifact: shared.oneById(t, Artifact, 'artifact', artifacts.getArtifact),
    artifacts: shared.list(
      t,
      artifactList,
      'Your artifacts, by title unless asked otherwise.',
      artifacts.listArtifacts,
    ),
  }));

  const details = (t: InputFields) => ({
    url: t.string({ description: 'Where it is: an http or https address of at most 2,000 characters.' }),
    notes: t.string({ description: 'Anything to remember about it, in Markdown, at most 20,000 characters.' }),
    madeOn: t.field({ type: 'Date', description: 'The day it was made or awarded.' }),
    expiresOn: t.field({ type: 'Date', description: 'The last day it counts; not before the day it was made.' }),
  });
  const CreateArtifactInput = builder.inputType('CreateArtifactInput', {
    description: 'An artifact to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What it is called: 1 to 200 characters.' }),
      kind: t.field({ type: artifactKinds, required: true, description: 'What it is.' }),
      ...details(t),
    }),
  });
  const UpdateArtifactInput = builder.inputType('UpdateArtifactInput', {
    description: 'Changes to an artifact; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which artifact.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What it is called.' }),
      kind: t.field({ type: artifactKinds, description: 'What it is.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createArtifact: mutation(t, Artifact, CreateArtifactInput, 'Makes an artifact.', artifacts.createArtifact),
    updateArtifact: mutation(t, Artifact, UpdateArtifactInput, 'Changes an artifact.', artifacts.updateArtifact),
    trashArtifact: mutation(
      t,
      Artifact,
      TargetInput,
      'Puts an artifact in the trash: it counts for no role until it is restored.',
      artifacts.trashArtifact,
    ),
    restoreArtifact: mutation(
      t,
      Artifact,
      TargetInput,
      'Takes an artifact out of the trash.',
      artifacts.restoreArtifact,
    ),
  }));
}
