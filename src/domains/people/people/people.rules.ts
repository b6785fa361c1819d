import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { fold } from '../../../platform/search/case-folding.ts';
import { chosenId, line, lineOrEmpty, optional, prose, target } from '../../../platform/validation/input-rules.ts';

export const relationships = ['MANAGER', 'REPORT', 'PEER', 'MENTOR', 'RECRUITER', 'OTHER'] as const;

/** Somebody has at most this many addresses. */
export const maxEmails = 10;

/** An e-mail address, in lower case; RFC 5321 allows 254 characters. */
export const emailAddress = z
  .string({ error: 'must be an e-mail address' })
  .trim()
  .toLowerCase()
  .max(254, 'must have at most 254 characters')
  .refine((text) => z.email().safeParse(text).success, 'must be an e-mail address');

const fields = {
  name: line(200),
  company: lineOrEmpty(200),
  relationship: z.enum(relationships),
  notes: prose(20_000),
  emails: z
    .array(emailAddress)
    .max(maxEmails, `must be at most ${maxEmails}`)
    .refine((all) => new Set(all.map(fold)).size === all.length, 'must not name an address twice'),
};

export const createPersonInput = z.object({
  id: chosenId('Person').nullish(),
  ...optional(fields),
  name: fields.name,
});

export const updatePersonInput = z.object({
  ...target('Person'),
  ...optional(fields),
});

const emailFilter = defineFilter('PersonEmail', {
  email: { kind: 'text', description: 'By the address, whatever its case.' },
});

export const personFilter = defineFilter('Person', {
  id: { kind: 'id', type: 'Person', description: 'By id.' },
  name: { kind: 'text', description: 'By name.' },
  company: { kind: 'text', description: 'By where they work.' },
  relationship: { kind: 'enum', name: 'PersonRelationship', description: 'By what they are to you.' },
  notes: { kind: 'text', description: 'By notes.' },
  createdAt: { kind: 'instant', description: 'By when the row was made.' },
  updatedAt: { kind: 'instant', description: 'By when the row was last changed.' },
  emails: {
    kind: 'some',
    path: ['personEmails'],
    filter: () => emailFilter,
    among: {},
    description: 'By their e-mail addresses.',
  },
});

export const personOrder: OrderSpec = {
  name: 'Person',
  fields: {
    NAME: { column: 'nameNormalized', description: 'By name, whatever the case.' },
    COMPANY: { column: 'companyNormalized', description: 'By where they work, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when the row was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when the row was last changed.' },
  },
};

/** Somebody as a calendar or a client names them: an address is as good as a name, and with neither there is nobody. */
export interface Named {
  name?: string | null | undefined;
  email?: string | null | undefined;
}

/** Who is meant. */
export interface Meant {
  /** What to call them: what stands before the at-sign, where only an address is known; empty when nobody is meant. */
  name: string;
  /** Their address in lower case; empty when it is not known. */
  email: string;
}

/** Who is meant by a name and an address, without the spaces around them. */
export function meant({ name, email }: Named): Meant {
  const address = email?.trim().toLowerCase() ?? '';
  return { name: name?.trim() || address.replace(/@.*/s, ''), email: address };
}

/** What two mentions of one person have in common: the address where there is one, else the name, whatever the case. */
export const modelKeyOf = ({ name, email }: Meant) => (email ? `<${fold(email)}>` : fold(name));
