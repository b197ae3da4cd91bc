import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useRefreshUsers } from '../users/use-users.ts';
import { useProject } from '../viewer/viewer.ts';
import { NOTHING_DONE, type Progress, type Send, type Target, work } from './work.ts';

/** Does something to many users, with how far it is and a way to stop it. */
export function useWork(target: Target) {
  const { id: projectId } = useProject();
  const refresh = useRefreshUsers();
  const [progress, setProgress] = useState<Progress>(NOTHING_DONE);
  const stop = useRef(new AbortController());
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn(send: Send) {
      setProgress(NOTHING_DONE);
      stop.current = new AbortController();
      return work(projectId, target, send, setProgress, stop.current.signal);
    },
    onSettled: refresh,
  });
  return {
    start: mutate,
    cancel: () => stop.current.abort(),
    isRunning: isPending,
    progress,
    /** Whether it came to its end, be it by a cancel. */
    isDone: isSuccess && progress.refusal === undefined,
    wasCancelled: stop.current.signal.aborted,
    problem: error?.message ?? (isSuccess ? progress.refusal : undefined),
  };
}
