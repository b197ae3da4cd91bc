import { t } from '@lingui/core/macro';
import type { ImportOptions } from '../../contact-files/chunks.ts';
import type { Counts } from '../../contact-files/tally.ts';
import { formatNumber } from '../language/format.ts';
import classes from './import.module.css';

/** What became of the rows, or would, in five numbers. */
export function CountsList({ counts, ifExisting }: { counts: Counts; ifExisting: ImportOptions['ifExisting'] }) {
  const shown = [
    { label: t`New`, count: counts.created },
    {
      label: ifExisting === 'ADD_ENVIRONMENTS' ? t`Given environments` : t`Updated`,
      count: counts.updated,
    },
    { label: ifExisting === 'SKIP' ? t`Here already` : t`Unchanged`, count: counts.present },
    { label: t`Twice in the file`, count: counts.twins },
    { label: t`Refused`, count: counts.refused },
  ];
  return (
    <dl className={classes.counts}>
      {shown.map(({ label, count }) => (
        <div key={label} className={classes.count}>
          <dt>{label}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
