import { t } from '@lingui/core/macro';
import { Checkbox } from '@mantine/core';
import classes from './row-checkbox.module.css';
import type { Selection } from './use-selection.ts';

/** Ticks one user; with Shift also those between it and the one ticked before. */
export function RowCheckbox({
  user: { id, fullName },
  selection,
  page,
}: {
  user: { id: string; fullName: string };
  selection: Selection;
  page: string[];
}) {
  return (
    <Checkbox
      size="xs"
      classNames={{ inner: classes.inner, input: classes.input }}
      aria-label={t`Select ${fullName}`}
      checked={selection.has(id)}
      onChange={({ nativeEvent }) =>
        selection.toggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey, page)
      }
    />
  );
}

/** Ticks everybody on the page. */
export function PageCheckbox({ selection, page }: { selection: Selection; page: string[] }) {
  const ticked = page.filter(selection.has).length;
  return (
    <Checkbox
      size="xs"
      classNames={{ inner: classes.inner, input: classes.input }}
      aria-label={t`Select this page`}
      checked={ticked > 0 && ticked === page.length}
      indeterminate={ticked > 0 && ticked < page.length}
      onChange={() => selection.togglePage(page)}
    />
  );
}
