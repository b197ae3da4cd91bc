import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useViewer } from '../viewer/viewer.ts';
import { ChooseStep } from './choose-step.tsx';
import { closeImport } from './import-gate.tsx';
import { ImportNote } from './import-note.tsx';
import { useImport } from './import-state.ts';
import { recallImport } from './import-steps.ts';
import { MapStep } from './map-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ProgressStep } from './progress-step.tsx';
import { ResultStep } from './result-step.tsx';
import { UndoneStep } from './undone-step.tsx';

/** The import of a file in its dialog, or a line about it while the dialog is closed. */
export default function ImportUsers({ isOpen }: { isOpen: boolean }) {
  const viewer = useViewer().name;
  const { job } = useImport();
  useEffect(() => {
    void recallImport(viewer);
  }, [viewer]);
  if (job && job.viewer !== viewer) return null;
  if (!isOpen) return <ImportNote />;
  const name = job?.projectName;
  return (
    <Dialog
      title={
        name === undefined ? (
          <Trans>Import users</Trans>
        ) : (
          <Trans>
            Import users into <bdi>{name}</bdi>
          </Trans>
        )
      }
      onClose={closeImport}
      isWide
    >
      <CurrentStep />
    </Dialog>
  );
}

function CurrentStep() {
  const { job, step } = useImport();
  if (!job || step.name === 'CHOOSE') return <ChooseStep step={step.name === 'CHOOSE' ? step : { name: 'CHOOSE' }} />;
  switch (step.name) {
    case 'MAP':
      return <MapStep job={job} problem={step.problem} />;
    case 'PREVIEW':
      return <PreviewStep job={job} step={step} />;
    case 'ENDED':
      return <ResultStep job={job} step={step} />;
    case 'UNDONE':
      return <UndoneStep undone={step.undone} />;
    default:
      return <ProgressStep step={step} />;
  }
}
