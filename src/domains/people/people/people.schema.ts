import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { personList } from './people.access.ts';
import { createPersonInput, updatePersonInput } from './people.rules.ts';
import * as people from './people.service.ts';

/** People: the people you work with, shared by meetings, feedback, energy entries and job applications. */
export function definePeople(builder: Builder): void {
  const PersonRelationship = builder.modelEnum('PersonRelationship');
  const Person = builder.prismaNode('Person', {
    ...nodeOf(personList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      company: t.exposeString('company'),
      relationship: t.expose('relationship', { type: PersonRelationship }),
      notes: t.exposeString('notes'),
      emails: t.stringList({
        description: 'The email addresses, the preferred one first. At most 10.',
        select: { personEmails: { orderBy: { position: 'asc' } } },
        resolve: ({ personEmails }) => personEmails.map(({ email }) => email),
      }),
    }),
  });

  builder.queryFields((t) => ({
    person: t.byId({ type: Person, resolve: people.getPerson }),
    people: t.connectionOf(personList, { description: 'The people you work with.', resolve: people.listPeople }),
  }));

  const details = (t: InputFields) => ({
    company: t.string({ description: 'The company the person works for.' }),
    relationship: t.field({ type: PersonRelationship, description: 'What the person is to you. Default: OTHER.' }),
    notes: t.string({ description: 'Notes about the person, in Markdown.' }),
    emails: t.stringList({
      description: 'All email addresses, the preferred one first. An address belongs to at most one of your people.',
    }),
  });
  builder.recordMutation('createPerson', {
    record: Person,
    description: 'Creates a person.',
    rules: createPersonInput,
    input: (t) => ({ name: t.string({ required: true, description: 'The name.' }), ...details(t) }),
    resolve: people.createPerson,
  });
  builder.recordMutation('updatePerson', {
    record: Person,
    description: 'Changes a person.',
    rules: updatePersonInput,
    input: (t) => ({ name: t.string({ description: 'The name.' }), ...details(t) }),
    resolve: people.updatePerson,
  });
}
