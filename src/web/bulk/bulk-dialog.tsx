import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Progress as ProgressBar, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../language/format.ts';
import { Dialog, useBusyDialog } from '../parts/dialog.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Outcome } from './outcome.tsx';
import type { useWork } from './use-work.ts';
import { sizeOf, type Target } from './work.ts';

/** Asks before something is done to many, shows how far it is, and then what became of each. */
export function BulkDialog({
  title,
  target,
  work,
  children,
  submitLabel,
  submitColor,
  isReady = true,
  onSubmit,
  onClose,
}: {
  title: ReactNode;
  target: Target;
  work: ReturnType<typeof useWork>;
  children: ReactNode;
  submitLabel: ReactNode;
  submitColor?: string;
  isReady?: boolean;
  onSubmit: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose} isQuestion>
      <Stack>
        {work.isDone ? (
          <Outcome work={work} onClose={onClose} />
        ) : work.isRunning ? (
          <Running work={work} total={sizeOf(target)} />
        ) : (
          <>
            {children}
            {work.problem !== undefined && (
              <Alert color="red" variant="outline" icon={<AlertIcon />} role="alert">
                {work.problem}
                {work.progress.done > 0 && (
                  <Text size="sm">
                    <Plural
                      value={work.progress.done}
                      one="# user was done before."
                      other="# users were done before."
                    />
                  </Text>
                )}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose} data-autofocus>
                <Trans>Cancel</Trans>
              </Button>
              <Button color={submitColor} disabled={!isReady} onClick={onSubmit}>
                {submitLabel}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Dialog>
  );
}

function Running({ work: { progress, cancel }, total }: { work: ReturnType<typeof useWork>; total: number }) {
  useBusyDialog(true);
  const done = formatNumber(progress.done);
  const all = formatNumber(total);
  return (
    <>
      <ProgressBar value={(100 * progress.done) / total} animated aria-label={t`Progress`} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          <Trans>
            {done} of {all} done
          </Trans>
        </Text>
        <Button variant="default" onClick={cancel}>
          <Trans>Stop</Trans>
        </Button>
      </Group>
      <Waiting reason={progress.trouble} />
    </>
  );
}
