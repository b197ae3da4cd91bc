import { TextInput, type TextInputProps } from '@mantine/core';
import type { FormState } from './use-form.ts';

/** A text of the form. */
export function TextField<Name extends string>({
  form: { values, errors, set },
  name,
  isRequired = false,
  ...props
}: {
  form: Pick<FormState<Record<NoInfer<Name>, string>>, 'values' | 'errors'> & {
    set: (name: NoInfer<Name>, value: string) => void;
  };
  name: Name;
  isRequired?: boolean;
} & Omit<TextInputProps, 'form' | 'name'>) {
  return (
    <TextInput
      name={name}
      withAsterisk={isRequired}
      aria-required={isRequired || undefined}
      autoComplete="off"
      value={values[name]}
      onChange={(event) => set(name, event.currentTarget.value)}
      error={errors.of(name)}
      {...props}
    />
  );
}
