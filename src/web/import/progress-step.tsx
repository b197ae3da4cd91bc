import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { formatNumber } from '../language/format.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { closeImport } from './import-gate.tsx';
import type { Step } from './import-state.ts';
import { stopImport } from './import-steps.ts';
import { StepTitle } from './step-title.tsx';
import { timeLeft } from './time-left.ts';

type AtWork = Extract<Step, { name: 'CHECK' | 'RUN' | 'UNDO' }>;

const isAtWork = (step: Step): step is AtWork => 'progress' in step && step.name !== 'ENDED';

/** How far the work is, and for how long it goes on. */
export function ProgressStep({ step }: { step: Step }) {
  if (!isAtWork(step)) return null;
  const { done, total, trouble } = step.progress;
  const [shownDone, shownTotal] = [formatNumber(done), formatNumber(total)];
  return (
    <Stack>
      <StepTitle key={step.name}>{workName(step)}</StepTitle>
      <Progress.Root size="lg">
        <Progress.Section value={total > 0 ? (done / total) * 100 : 0} aria-label={workName(step)} />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm">
          {total === 0 ? (
            <Trans>The file is being read</Trans>
          ) : (
            <Trans>
              {shownDone} of {shownTotal}
            </Trans>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {timeLeft(step.progress)}
        </Text>
      </Group>
      <Waiting reason={trouble} />
      <Group justify="flex-end" gap="sm">
        {step.name !== 'UNDO' && (
          <BusyButton variant="default" isBusy={step.name === 'RUN' && Boolean(step.isStopping)} onClick={stopImport}>
            {step.name === 'CHECK' ? <Trans>Back</Trans> : <Trans>Stop</Trans>}
          </BusyButton>
        )}
        {step.name !== 'CHECK' && (
          <Button onClick={closeImport}>
            <Trans>Go on in the background</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function workName({ name }: AtWork): string {
  if (name === 'CHECK') return t`Checking the file`;
  return name === 'RUN' ? t`Importing` : t`Undoing the import`;
}
