import { t } from '@lingui/core/macro';
import { Plural } from '@lingui/react/macro';
import { Anchor, Badge, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { type Column, FIELDS, type Field } from '../../contact-files/columns.ts';
import { fieldName } from './file-words.ts';
import classes from './import.module.css';

/** The columns of a file with what its first rows have there, and what each is read as. */
export function ColumnsTable({
  columns,
  sample,
  onChange,
}: {
  columns: readonly Column[];
  sample: readonly string[][];
  onChange: (columns: Column[]) => void;
}) {
  // An address book has dozens that nobody asks for.
  const [isWhole, setIsWhole] = useState(false);
  const [first] = useState(() => columns.map(({ field, isKnown }) => field !== null || !isKnown));
  const hidden = first.filter((isFirst) => !isFirst).length;
  const assign = (place: number, field: string) =>
    onChange(
      columns.map((column, at) =>
        at === place ? { ...column, field: (field || null) as Field | null, isKnown: true } : column,
      ),
    );
  return (
    <div>
      <ul className={classes.columns} aria-label={t`Columns`}>
        {columns.map((column, place) => {
          const { header, field, isKnown } = column;
          if (!isWhole && !first[place]) return null;
          const key = `${place} ${header}`;
          const values = sample.map((cells) => cells[place] ?? '').filter((cell) => cell !== '');
          return (
            <li key={key} className={classes.column}>
              <Text fw={600} size="sm" component="span">
                <bdi>{header}</bdi>{' '}
                {!isKnown && (
                  <Badge color="yellow.4" autoContrast size="sm">
                    {t`Not known`}
                  </Badge>
                )}
              </Text>
              <bdi className={classes.sample}>{values.slice(0, 3).join(' · ')}</bdi>
              <NativeSelect
                aria-label={t`What “${header}” is`}
                value={field ?? ''}
                onChange={(event) => assign(place, event.currentTarget.value)}
                data={[
                  { value: '', label: t`Left out` },
                  ...FIELDS.map((each) => ({ value: each, label: fieldName(each) })),
                ]}
              />
            </li>
          );
        })}
      </ul>
      {hidden > 0 && !isWhole && (
        <Anchor component="button" type="button" size="sm" mt="xs" onClick={() => setIsWhole(true)}>
          <Plural
            value={hidden}
            one="Show # more column, which is left out"
            other="Show # more columns, which are left out"
          />
        </Anchor>
      )}
    </div>
  );
}
