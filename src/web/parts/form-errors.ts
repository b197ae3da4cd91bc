import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { graphql } from '../generated/gql.ts';

graphql(`
  fragment FormError on UserError {
    field
    code
    message
  }
`);

export type UserError = { field?: string[] | null; message: ReactNode };

export type FormErrors = {
  form: Ref<HTMLFormElement>;
  /** By field of the form, whose inputs carry it as their name. */
  of: (field: string) => ReactNode;
  /** What no field is to blame for. */
  general: ReactNode[];
  show: (userErrors: UserError[]) => void;
  clear: (field?: string) => void;
};

/** The API's errors, each for its field, all at once; the first in the order of the form takes the focus. */
export function useFormErrors(fields: readonly string[]): FormErrors {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<UserError[]>([]);
  const mustFocus = useRef(false);

  useEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    const first = fields.find((name) => errors.some((error) => fieldOf(error, fields) === name));
    const target = form.current?.querySelector<HTMLElement>(first ? `[name="${first}"]` : '[role=alert]');
    target?.focus();
  }, [errors, fields]);

  return {
    form,
    of: (name) => errors.find((error) => fieldOf(error, fields) === name)?.message,
    general: errors.filter((error) => fieldOf(error, fields) === undefined).map(({ message }) => message),
    show(userErrors) {
      mustFocus.current = true;
      setErrors(userErrors);
    },
    clear: (name) => setErrors((all) => (name ? all.filter((error) => fieldOf(error, fields) !== name) : [])),
  };
}

function fieldOf({ field }: UserError, fields: readonly string[]): string | undefined {
  return fields.find((name) => name === field?.[0]);
}
