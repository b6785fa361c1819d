import { type FormEvent, type InputHTMLAttributes, useId } from 'react';
import type { Refusal } from '../../kit/outbox-state.ts';

export type Issues = Refusal['issues'];

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** The name of the field in the input of the mutation. */
  readonly name: string;
  readonly issues?: Issues;
}

/** A field with its label, and what the server says is wrong with it. */
export function Field({ label, name, issues = [], ...input }: FieldProps) {
  const id = useId();
  const texts = issuesOf(name, issues);
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        name={name}
        aria-invalid={texts.length > 0 || undefined}
        aria-describedby={texts.length > 0 ? `${id}-issues` : undefined}
      />
      {texts.length > 0 && (
        <span id={`${id}-issues`} className="issue">
          {texts.join(' ')}
        </span>
      )}
    </p>
  );
}

const issuesOf = (name: string, issues: Issues) =>
  issues.filter(({ path }) => path.at(-1) === name).map(({ message }) => message);

/** Reads a form that is sent, which the page handles itself. */
export function readForm(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault();
  const values = new FormData(event.currentTarget);
  return (name) => {
    const value = values.get(name);
    return typeof value === 'string' ? value : '';
  };
}
