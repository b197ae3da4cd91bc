import { Trans } from '@lingui/react/macro';
import { Alert, FileButton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { BusyButton } from '../parts/busy-button.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { useProject, useViewer } from '../viewer/viewer.ts';
import classes from './import.module.css';
import type { Step } from './import-state.ts';
import { chooseFile } from './import-steps.ts';

// Windows takes CSV for Excel's.
const KINDS = '.csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard,text/x-vcard,application/vnd.ms-excel';

/** A file is chosen, or dropped. */
export function ChooseStep({ step }: { step: Extract<Step, { name: 'CHOOSE' }> }) {
  const project = useProject();
  const viewer = useViewer().name;
  const [isOver, setIsOver] = useState(false);
  const choose = (file: File | null | undefined) => {
    if (file) void chooseFile(file, project, viewer);
  };
  return (
    <Stack>
      {step.problem !== undefined && (
        <Alert role="alert" color="red" variant="outline" icon={<AlertIcon />}>
          {step.problem}
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the button in it */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          choose(event.dataTransfer.files[0]);
        }}
      >
        <Text fw={600}>
          <Trans>Drop a CSV file or vCards (.vcf) here</Trans>
        </Text>
        <FileButton accept={KINDS} onChange={choose}>
          {({ onClick }) => (
            <BusyButton isBusy={step.isReading ?? false} onClick={onClick}>
              <Trans>Choose a file</Trans>
            </BusyButton>
          )}
        </FileButton>
      </div>
      <Text size="sm" c="dimmed">
        <Trans>
          Files of Google Contacts, Outlook, Excel (saved as CSV), HubSpot, phones and our own export are understood.
          Nothing is written before you have seen what would become of each row.
        </Trans>
      </Text>
    </Stack>
  );
}
