import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { formatNumber } from '../language/format.ts';
import classes from './import.module.css';
import { openImport } from './import-gate.tsx';
import { type Step, useImport } from './import-state.ts';
import { timeLeft } from './time-left.ts';

/** A line about an import while its dialog is closed. */
export function ImportNote() {
  const { job, step } = useImport();
  if (!job || step.name === 'CHOOSE' || step.name === 'MAP' || step.name === 'PREVIEW') return null;
  return (
    <section className={classes.note}>
      <span role={step.name === 'ENDED' || step.name === 'UNDONE' ? 'status' : undefined}>
        <NoteText step={step} fileName={job.file.name} />
      </span>
      <Button size="compact-sm" variant="default" onClick={openImport}>
        <Trans>Show the import</Trans>
      </Button>
    </section>
  );
}

function NoteText({ step, fileName }: { step: Step; fileName: string }) {
  if (step.name === 'UNDONE') return <Trans>The import was undone</Trans>;
  if (!('progress' in step)) return null;
  const [done, total] = [formatNumber(step.progress.done), formatNumber(step.progress.total)];
  if (step.name === 'ENDED') {
    const { created, updated } = step.tally.counts;
    if (step.progress.done < step.progress.total) {
      return (
        <Trans>
          The import of <bdi>{fileName}</bdi> stopped after {done} of {total} rows
        </Trans>
      );
    }
    return (
      <Trans>
        <bdi>{fileName}</bdi> is imported: <Plural value={created + updated} one="# user" other="# users" />
      </Trans>
    );
  }
  const time = timeLeft(step.progress);
  const left = time && `· ${time}`;
  if (step.name === 'UNDO') {
    return (
      <Trans>
        The import is being undone: {done} of {total}
      </Trans>
    );
  }
  return step.name === 'CHECK' ? (
    <Trans>
      <bdi>{fileName}</bdi> is being checked: {done} of {total} {left}
    </Trans>
  ) : (
    <Trans>
      Importing <bdi>{fileName}</bdi>: {done} of {total} {left}
    </Trans>
  );
}
