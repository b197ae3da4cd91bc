import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLongWork } from '../api/use-long-work.ts';
import { formatNumber } from '../language/format.ts';
import { useUnloadQuestion } from '../parts/use-unload-question.ts';
import { useRefreshUsers } from '../users/use-users.ts';
import { useProject } from '../viewer/viewer.ts';
import { NOTHING_DONE, type Progress, type Send, sizeOf, type Target, work } from './work.ts';

/** Does something to many users, with how far it is and a way to stop it. What was left is told of once it has ended. */
export function useWork(target: Target) {
  const { id: projectId } = useProject();
  const refresh = useRefreshUsers();
  const { begin, stop, isSeen } = useLongWork();
  const [progress, setProgress] = useState<Progress>(NOTHING_DONE);
  const [wasCancelled, setWasCancelled] = useState(false);
  const { mutate, isPending, isSuccess, error } = useMutation({
    async mutationFn(send: Send) {
      setProgress(NOTHING_DONE);
      const signal = begin();
      const ended = await work(projectId, target, send, setProgress, signal);
      setWasCancelled(signal.aborted);
      return ended;
    },
    onSuccess(ended) {
      if (!isSeen()) tellOf(ended, sizeOf(target));
    },
    onError({ message }) {
      if (!isSeen()) notifications.show({ color: 'red', message, autoClose: false });
    },
    onSettled: refresh,
  });
  useUnloadQuestion(isPending);
  return {
    start: mutate,
    cancel: stop,
    isRunning: isPending,
    progress,
    /** Whether it came to its end, be it by a cancel. */
    isDone: isSuccess && progress.refusal === undefined,
    wasCancelled,
    problem: error?.message ?? (isSuccess ? progress.refusal : undefined),
  };
}

function tellOf(progress: Progress, size: number): void {
  const [done, all] = [formatNumber(progress.done), formatNumber(size)];
  const message = progress.refusal ?? (progress.done < size ? t`It was stopped. What was done stays.` : undefined);
  notifications.show({ title: t`${done} of ${all} done`, message, autoClose: false });
}
