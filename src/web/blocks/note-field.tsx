import { plural, t } from '@lingui/core/macro';
import { Textarea, type TextareaProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../language/format.ts';

const LONGEST_NOTE = 500;

/** Why somebody is kept out, for the team; counts along. */
export function NoteField({
  value,
  onChange,
  error,
  ...props
}: {
  value: string;
  onChange: (note: string) => void;
  error?: ReactNode;
} & Omit<TextareaProps, 'value' | 'onChange'>) {
  // As the API counts them.
  const { length } = [...value.trim()];
  const excess = length - LONGEST_NOTE;
  return (
    <Textarea
      name="note"
      label={t`Note`}
      description={t`Why, for your team; ${formatNumber(length)} of ${formatNumber(LONGEST_NOTE)} characters`}
      autosize
      minRows={2}
      maxRows={8}
      dir="auto"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={excess > 0 ? t`${plural(excess, { one: '# character too many', other: '# characters too many' })}` : error}
      {...props}
    />
  );
}
