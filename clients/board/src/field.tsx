import { type FormEvent, type InputHTMLAttributes, useId } from 'react';
import type { Refusal } from '../../kit/outbox-state.ts';
import { parseMinutes } from './tasks.ts';

export type Issues = Refusal['issues'];

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** The name of the field in the input of the mutation. */
  readonly name: string;
  readonly issues?: Issues;
  /** What else there is to know about it, such as what it is elsewhere. */
  readonly hint?: string;
}

/** A field with its label, and what is wrong with it. */
export function Field({ label, name, issues = [], hint = '', ...input }: FieldProps) {
  const id = useId();
  const texts = issues.filter(({ path }) => path.at(-1) === name).map(({ message }) => message);
  const described = [texts.length > 0 && `${id}-issues`, hint !== '' && `${id}-hint`].filter((one) => one !== false);
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        name={name}
        aria-invalid={texts.length > 0 || undefined}
        aria-describedby={described.join(' ') || undefined}
      />
      {texts.length > 0 && (
        <span id={`${id}-issues`} className="issue">
          {texts.join(' ')}
        </span>
      )}
      {hint !== '' && (
        <span id={`${id}-hint`} className="muted">
          {hint}
        </span>
      )}
    </p>
  );
}

/** The field for minutes: a text, so that what is no number is kept, and told. */
export const MinutesField = (input: Pick<FieldProps, 'defaultValue' | 'issues' | 'hint'>) => (
  <Field label="Minutes" name="estimateMinutes" inputMode="numeric" autoComplete="off" {...input} />
);

/** Reads a form that is sent, which the page handles itself. */
export function readForm(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault();
  const values = new FormData(event.currentTarget);
  return (name) => {
    const value = values.get(name);
    return typeof value === 'string' ? value : '';
  };
}

/** Reads the form of a task. What no request can carry is an issue; the server says what else is wrong. */
export function readTaskForm(event: FormEvent<HTMLFormElement>) {
  const value = readForm(event);
  const estimateMinutes = parseMinutes(value('estimateMinutes'));
  const issues: Issues =
    estimateMinutes === undefined
      ? [{ path: ['estimateMinutes'], message: 'must be a whole number from 1 to 43200' }]
      : [];
  return { texts: { title: value('title'), estimateMinutes: estimateMinutes ?? null }, issues };
}

/** Moves the focus to the first field of a form that something is wrong with, once that is shown. */
export const focusFirstIssue = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
