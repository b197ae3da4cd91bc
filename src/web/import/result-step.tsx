import { Plural, Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../language/format.ts';
import { AlertIcon } from '../parts/icons.tsx';
import { BadRows } from './bad-rows.tsx';
import { CountsList } from './counts-list.tsx';
import { closeImport } from './import-gate.tsx';
import type { Job, Step } from './import-state.ts';
import { importFile, leaveImport, undoImport } from './import-steps.ts';
import { StepTitle } from './step-title.tsx';

/** What became of the file, whole or as far as it came. */
export function ResultStep({ job, step }: { job: Job; step: Extract<Step, { name: 'ENDED' }> }) {
  const { tally, progress, problem } = step;
  const isWhole = progress.done === progress.total;
  const [done, total] = [formatNumber(progress.done), formatNumber(progress.total)];
  const [isAsking, setIsAsking] = useState(false);
  const leave = () => {
    closeImport();
    void leaveImport();
  };
  return (
    <Stack>
      <StepTitle>
        {isWhole ? (
          <Trans>The file is imported</Trans>
        ) : (
          <Trans>
            Stopped after {done} of {total} rows
          </Trans>
        )}
      </StepTitle>
      <CountsList counts={tally.counts} ifExisting={job.options.ifExisting} />
      {problem !== undefined && (
        <Alert role="alert" color="red" variant="outline" icon={<AlertIcon />}>
          {problem}
        </Alert>
      )}
      {!isWhole && (
        <Text size="sm">
          <Trans>
            It can go on where it stopped: nobody is added twice. For a day this browser keeps the file for that.
          </Trans>
        </Text>
      )}
      <BadRows bad={tally.bad} job={job} />
      {isAsking ? (
        <UndoQuestion count={tally.created.size} onNo={() => setIsAsking(false)} />
      ) : (
        <Group justify="space-between">
          {tally.created.size > 0 ? (
            <Button variant="default" onClick={() => setIsAsking(true)}>
              <Trans>Undo</Trans>
            </Button>
          ) : (
            <span />
          )}
          <Group gap="sm">
            <Button variant={isWhole ? 'filled' : 'default'} onClick={leave}>
              <Trans>Done</Trans>
            </Button>
            {!isWhole && (
              <Button onClick={importFile}>
                <Trans>Go on</Trans>
              </Button>
            )}
          </Group>
        </Group>
      )}
    </Stack>
  );
}

function UndoQuestion({ count, onNo }: { count: number; onNo: () => void }) {
  return (
    <Alert color="red" variant="outline" icon={<AlertIcon />}>
      <Text size="sm">
        <Plural
          value={count}
          one="The user that this import added is deleted again, unless somebody changed them since."
          other="The # users that this import added are deleted again, but those whom somebody changed since. Who was here before stays as they are now."
        />
      </Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" onClick={onNo} data-autofocus>
          <Trans>Keep them</Trans>
        </Button>
        <Button size="xs" color="red.9" onClick={undoImport}>
          <Trans>Delete them</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
