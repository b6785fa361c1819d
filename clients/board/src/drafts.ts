import { type RefObject, useLayoutEffect } from 'react';
import type { SeenTask } from './tasks.ts';

/**
 * What a person has typed and not saved. It is in the memory of the page alone, and there again when the same person signs in after a session
 * that has ended.
 */
export interface Drafts {
  /** The task of the form that is open, as it was when it was opened. */
  opened: SeenTask | null;
  /** The texts of forms, by the names of the forms and of their fields. */
  readonly texts: Map<string, Readonly<Record<string, string>>>;
}

export const createDrafts = (): Drafts => ({ opened: null, texts: new Map() });

/**
 * Keeps what is typed in a form until it is sent or left, and fills the form with it.
 * @returns what the form is to do when something is typed, and when it is sent or left
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  { texts }: Drafts,
  name: string,
): { readonly keep: () => void; readonly forget: () => void } {
  useLayoutEffect(() => {
    const fields = form.current?.elements;
    for (const [field, text] of Object.entries(texts.get(name) ?? {})) {
      const input = fields?.namedItem(field);
      // Not as the default, to which a form that was sent goes back.
      if (input instanceof HTMLInputElement) input.value = text;
    }
  }, [form, texts, name]);
  return {
    keep() {
      const values = [...new FormData(form.current ?? undefined)];
      texts.set(
        name,
        Object.fromEntries(values.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      );
    },
    forget: () => void texts.delete(name),
  };
}
