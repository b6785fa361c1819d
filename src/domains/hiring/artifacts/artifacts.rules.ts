import { z } from 'zod';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  areInOrder,
  chosenId,
  date,
  line,
  optional,
  pastDate,
  prose,
  requiring,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';

const fields = {
  title: line(200),
  kind: enumOf('ArtifactKind'),
  url: webAddress.nullable(),
  notes: prose(20_000),
  madeOn: pastDate.nullable(),
  expiresOn: date.nullable(),
};

export const createArtifactInput = z.object({
  id: chosenId('Artifact').nullish(),
  ...requiring(fields, 'title', 'kind'),
});

export const updateArtifactInput = z.object({ ...optional(fields), ...target('Artifact') });

// Copied where it is given to zod, which takes the message out of it.
const expiresTooEarly = { path: ['expiresOn'], message: 'must not be before the day it was made' };

/** The rules of an artifact as it is stored. */
export const artifactRecord = updateArtifactInput.refine(({ madeOn, expiresOn }) => areInOrder(madeOn, expiresOn), {
  ...expiresTooEarly,
});

/**
 * Requires that an artifact does not expire before the day it was made.
 * @throws InvalidInputError at `expiresOn`
 */
export function requireDaysInOrder(madeOn: string | null | undefined, expiresOn: string | null | undefined): void {
  if (areInOrder(madeOn, expiresOn)) return;
  throw new InvalidInputError([{ path: ['input', ...expiresTooEarly.path], message: expiresTooEarly.message }]);
}

export const artifactFilter = defineFilter('Artifact', {
  id: { kind: 'id', type: 'Artifact', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  kind: { kind: 'enum', name: 'ArtifactKind', description: 'The kind.' },
  madeOn: { kind: 'date', nullable: true, description: 'The day the artifact was made or awarded.' },
  expiresOn: { kind: 'date', nullable: true, description: 'The last day the artifact is valid.' },
  createdAt: { kind: 'instant', description: 'When the artifact was created in Waymark.' },
  updatedAt: { kind: 'instant', description: 'When the artifact was last changed.' },
});

export const artifactOrder: OrderSpec = {
  name: 'Artifact',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    MADE_ON: { column: 'madeOn', nullable: true, description: 'The day the artifact was made or awarded.' },
    EXPIRES_ON: { column: 'expiresOn', nullable: true, description: 'The last day the artifact is valid.' },
    CREATED_AT: { column: 'createdAt', description: 'When the artifact was created in Waymark.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the artifact was last changed.' },
  },
};
