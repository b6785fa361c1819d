import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { chosenId, line, lineOrEmpty, optional, prose, target } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';

/** The maximum number of email addresses of a person. */
const maxEmails = 10;

/** RFC 5321 allows 254 characters. */
const maxEmailLength = 254;

/** An email address, trimmed and in lower case. */
export const emailAddress = describeRule(
  z
    .string({ error: 'must be an email address' })
    .trim()
    .toLowerCase()
    .max(maxEmailLength, `must have at most ${maxEmailLength} characters`)
    .refine((text) => z.email().safeParse(text).success, 'must be an email address'),
  { limits: `At most ${maxEmailLength} characters.` },
);

/** The rules of an address as it is stored. Calendars have some that no mail would reach. */
export const personEmailRecord = z.object({ email: line(maxEmailLength).toLowerCase() });

const emails = z
  .array(emailAddress)
  .max(maxEmails, `must be at most ${maxEmails}`)
  .refine((all) => new Set(all.map(caseFold)).size === all.length, 'must not name an address twice');

const fields = {
  name: line(200),
  company: lineOrEmpty(200),
  relationship: enumOf('PersonRelationship'),
  notes: prose(20_000),
  emails: describeRule(emails, { limits: `At most ${maxEmails}.` }),
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
  email: { kind: 'text', description: 'The email address.' },
});

export const personFilter = defineFilter('Person', {
  id: { kind: 'id', type: 'Person', description: 'The id.' },
  name: { kind: 'text', description: 'The name.' },
  company: { kind: 'text', description: 'The company.' },
  relationship: { kind: 'enum', name: 'PersonRelationship', description: 'The relationship.' },
  notes: { kind: 'text', description: 'The notes.' },
  createdAt: { kind: 'instant', description: 'When the person was created.' },
  updatedAt: { kind: 'instant', description: 'When the person was last changed.' },
  emails: {
    kind: 'some',
    path: ['personEmails'],
    filter: () => emailFilter,
    among: {},
    description: 'The email addresses.',
  },
});

export const personOrder: OrderSpec = {
  name: 'Person',
  fields: {
    NAME: { column: 'nameNormalized', description: 'The name, regardless of case.' },
    COMPANY: { column: 'companyNormalized', description: 'The company, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the person was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the person was last changed.' },
  },
};

/** A person as a client or a calendar mentions them: by name, by email address, or by both. */
export interface PersonMention {
  name?: string | null | undefined;
  email?: string | null | undefined;
}

/** A mention, normalized. */
export interface NormalizedMention {
  /**
   * The name. If only the address is known, its part before the at-sign, or all of it if nothing is there. Empty if neither is known.
   */
  name: string;
  /** The address in lower case. Empty if unknown. */
  email: string;
}

/** Trims a mention and fills in its name. */
export function normalizeMention({ name, email }: PersonMention): NormalizedMention {
  const address = email?.trim().toLowerCase() ?? '';
  return { name: name?.trim() || address.replace(/@.*/s, '').trim() || address, email: address };
}

/** The same key for all mentions of one person: the address if it is known, otherwise the name. Ignores case. */
export const mentionKey = ({ name, email }: NormalizedMention) => (email ? emailKey(caseFold(email)) : caseFold(name));

/** The key of mentions by address. The brackets keep it apart from a name that looks like an address. */
export const emailKey = (emailNormalized: string) => `<${emailNormalized}>`;
