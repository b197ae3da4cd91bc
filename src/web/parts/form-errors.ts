import { type Ref, useEffect, useRef, useState } from 'react';
import { graphql } from '../generated/gql.ts';

graphql(`
  fragment FormError on UserError {
    field
    message
  }
`);

type UserError = { field?: string[] | null; message: string };

export type FormErrors = {
  form: Ref<HTMLFormElement>;
  /** By field of the form, whose inputs carry it as their name. */
  of: (field: string) => string | undefined;
  /** What no field is to blame for. */
  general: string | undefined;
  show: (userErrors: UserError[]) => void;
  clear: (field?: string) => void;
};

/** The API's errors, each for its field, all at once; the first takes the focus. */
export function useFormErrors(fields: readonly string[]): FormErrors {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<UserError[]>([]);
  const mustFocus = useRef(false);
  const fieldOf = ({ field }: UserError) => fields.find((name) => name === field?.[0]);

  useEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    const first = errors.map(fieldOf).find((name) => name !== undefined);
    const target = form.current?.querySelector<HTMLElement>(first ? `[name="${first}"]` : '[role=alert]');
    target?.focus();
  });

  return {
    form,
    of: (name) => errors.find((error) => fieldOf(error) === name)?.message,
    general: errors.find((error) => fieldOf(error) === undefined)?.message,
    show(userErrors) {
      mustFocus.current = true;
      setErrors(userErrors);
    },
    clear: (name) => setErrors((all) => (name ? all.filter((error) => fieldOf(error) !== name) : [])),
  };
}
