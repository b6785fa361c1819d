import { z } from 'zod';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { chosenId, date, line, optional, prose, target, webAddress } from '../../../platform/validation/input-rules.ts';

/** An object and not a list, so that the schemas of artifacts and of role profiles can both refer to its GraphQL type by it. */
export const artifactKinds = {
  CV: 'CV',
  PORTFOLIO: 'PORTFOLIO',
  CERTIFICATE: 'CERTIFICATE',
  OTHER: 'OTHER',
} as const;

const fields = (calendar: Calendar) => ({
  title: line(200),
  kind: z.enum(artifactKinds, { error: 'must be a kind of artifact' }),
  url: webAddress.nullable(),
  notes: prose(20_000),
  madeOn: date(calendar).nullable(),
  expiresOn: date(calendar).nullable(),
});

export const createArtifactInput = (calendar: Calendar) => {
  const { title, kind, ...rest } = fields(calendar);
  return z.object({ id: chosenId('Artifact').nullish(), title, kind, ...optional(rest) });
};

export const updateArtifactInput = (calendar: Calendar) =>
  z.object({ ...optional(fields(calendar)), ...target('Artifact') });

/** Throws unless the last day that an artifact counts comes no earlier than the day it was made. */
export function requireDaysInOrder(madeOn: string | null | undefined, expiresOn: string | null | undefined): void {
  if (!madeOn || !expiresOn || madeOn <= expiresOn) return;
  throw new InvalidInputError([{ path: ['input', 'expiresOn'], message: 'must not be before the day it was made' }]);
}

export const artifactFilter = defineFilter('Artifact', {
  id: { kind: 'id', type: 'Artifact', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  kind: { kind: 'enum', name: 'ArtifactKind', description: 'By kind.' },
  madeOn: { kind: 'date', nullable: true, description: 'By the day it was made or awarded.' },
  expiresOn: { kind: 'date', nullable: true, description: 'By the last day it counts.' },
  createdAt: { kind: 'instant', description: 'By when the row was made.' },
  updatedAt: { kind: 'instant', description: 'By when the row was last changed.' },
});

export const artifactOrder: OrderSpec = {
  name: 'Artifact',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    MADE_ON: { column: 'madeOn', nullable: true, description: 'By the day it was made or awarded.' },
    EXPIRES_ON: { column: 'expiresOn', nullable: true, description: 'By the last day it counts.' },
    CREATED_AT: { column: 'createdAt', description: 'By when the row was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when the row was last changed.' },
  },
};
