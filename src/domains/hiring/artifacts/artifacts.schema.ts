import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { artifactList } from './artifacts.access.ts';
import { createArtifactInput, updateArtifactInput } from './artifacts.rules.ts';
import * as artifacts from './artifacts.service.ts';

/** Artifacts: documents for job applications, such as a CV, a portfolio or a certificate. */
export function defineArtifacts(builder: Builder): void {
  const ArtifactKind = builder.modelEnum('ArtifactKind');

  const Artifact = builder.prismaNode('Artifact', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      kind: t.expose('kind', { type: ArtifactKind }),
      url: t.exposeString('url', { nullable: true }),
      notes: t.exposeString('notes'),
      madeOn: t.expose('madeOn', { type: 'Date', nullable: true }),
      expiresOn: t.expose('expiresOn', { type: 'Date', nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    artifact: t.byId({ type: Artifact, resolve: artifacts.getArtifact }),
    artifacts: t.connectionOf(artifactList, { description: 'Your artifacts.', resolve: artifacts.listArtifacts }),
  }));

  const details = (t: InputFields) => ({
    url: t.string({ description: 'The web address of the artifact.' }),
    notes: t.string({ description: 'Notes about the artifact, in Markdown.' }),
    madeOn: t.field({ type: 'Date', description: 'The day the artifact was made or awarded.' }),
    expiresOn: t.field({
      type: 'Date',
      description: 'The last day the artifact is valid. Not before `madeOn`. Null if it does not expire.',
    }),
  });
  builder.recordMutation('createArtifact', {
    record: Artifact,
    description: 'Creates an artifact.',
    rules: createArtifactInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'The title.' }),
      kind: t.field({ type: ArtifactKind, required: true, description: 'The kind of artifact.' }),
      ...details(t),
    }),
    resolve: artifacts.createArtifact,
  });
  builder.recordMutation('updateArtifact', {
    record: Artifact,
    description: 'Changes an artifact.',
    rules: updateArtifactInput,
    input: (t) => ({
      title: t.string({ description: 'The title.' }),
      kind: t.field({ type: ArtifactKind, description: 'The kind of artifact.' }),
      ...details(t),
    }),
    resolve: artifacts.updateArtifact,
  });
}
