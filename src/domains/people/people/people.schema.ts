import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { personList, visibleTo } from './people.access.ts';
import type { relationships } from './people.rules.ts';
import * as people from './people.service.ts';

/** People: those one works with, shared by meetings, feedback and hiring. */
export function definePeople(builder: Builder, shared: Shared): void {
  const PersonRelationship = builder.enumType('PersonRelationship', {
    description: 'What somebody is to you.',
    values: {
      MANAGER: { description: 'You report to them.' },
      REPORT: { description: 'They report to you.' },
      PEER: { description: 'You work side by side.' },
      MENTOR: { description: 'They advise you.' },
      RECRUITER: { description: 'They hire, or help those who do.' },
      OTHER: { description: 'Anything else.' },
    } satisfies Record<(typeof relationships)[number], { description: string }>,
  });

  const Person = builder.prismaNode('Person', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      name: t.exposeString('name'),
      company: t.exposeString('company'),
      relationship: t.expose('relationship', { type: PersonRelationship, description: 'What they are to you.' }),
      notes: t.exposeString('notes'),
      emails: t.stringList({
        description: 'Their e-mail addresses, the usual one first, at most ten.',
        select: { personEmails: { orderBy: { position: 'asc' } } },
        resolve: ({ personEmails }) => personEmails.map(({ email }) => email),
      }),
    }),
  });

  builder.queryFields((t) => ({
    person: shared.oneById(t, Person, 'person', people.getPerson),
    people: shared.list(t, personList, 'Your people, by name unless asked otherwise.', people.listPeople),
  }));

  const details = (t: InputFields) => ({
    company: t.string({ description: 'Where they work, at most 200 characters.' }),
    relationship: t.field({
      type: PersonRelationship,
      description: 'What they are to you; OTHER when nothing is said.',
    }),
    notes: t.string({ description: 'Anything to remember about them, in Markdown, at most 20,000 characters.' }),
    emails: t.stringList({
      description: 'All their e-mail addresses, the usual one first, at most ten; each belongs to one person.',
    }),
  });
  const CreatePersonInput = builder.inputType('CreatePersonInput', {
    description: 'A person to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      name: t.string({ required: true, description: 'What they are called: 1 to 200 characters.' }),
      ...details(t),
    }),
  });
  const UpdatePersonInput = builder.inputType('UpdatePersonInput', {
    description: 'Changes to a person; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which person.' }),
      ifVersion: t.int({ description: 'Change them only if they are at this version.' }),
      name: t.string({ description: 'What they are called.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createPerson: mutation(t, Person, CreatePersonInput, 'Makes a person.', people.createPerson),
    updatePerson: mutation(t, Person, UpdatePersonInput, 'Changes a person.', people.updatePerson),
    trashPerson: mutation(
      t,
      Person,
      TargetInput,
      'Puts a person in the trash. What they were part of keeps naming them.',
      people.trashPerson,
    ),
    restorePerson: mutation(t, Person, TargetInput, 'Takes a person out of the trash.', people.restorePerson),
  }));
}
