import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { currentAccessKey } from '../api/access-key.ts';
import { request } from '../api/request.ts';
import { hold, settle, settleAll, takeBack } from './dismissing.ts';
import { type AccessRequest, DismissAccessRequestDocument } from './request-documents.ts';
import { nameOf } from './request-words.tsx';
import { useRefreshRequests } from './use-requests.ts';

const UNDO_FOR = 6_000;

/** Dismisses a request, which can be undone while its notification is there. Whoever leaves the view lets it go at once. */
export function useDismiss(): (dismissed: AccessRequest) => void {
  const refresh = useRefreshRequests();
  useEffect(() => {
    const leave = () => {
      for (const id of settleAll()) notifications.hide(noticeOf(id));
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (dismissed) => {
    const { id } = dismissed;
    const name = nameOf(dismissed);
    // Whoever dismissed it sends it, even if they have signed out by then.
    const accessKey = currentAccessKey();
    hold({
      id,
      async send() {
        await sendDismissal(id, name, accessKey);
        await refresh();
      },
    });
    const notice = (autoClose: number | false): Parameters<typeof notifications.show>[0] => ({
      id: noticeOf(id),
      autoClose,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>
            <Trans>
              <bdi>{name}</bdi> was dismissed
            </Trans>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            flex="none"
            // Whoever comes by keyboard has time to decide, as one has who points at it.
            onFocus={() => notifications.update(notice(false))}
            onBlur={() => notifications.update(notice(UNDO_FOR))}
            onClick={() => {
              takeBack(id);
              notifications.hide(noticeOf(id));
              document.querySelector('h1')?.focus();
            }}
          >
            <Trans>Undo</Trans>
          </Button>
        </Group>
      ),
      onClose: () => void settle(id),
    });
    notifications.show(notice(UNDO_FOR));
  };
}

function noticeOf(id: string): string {
  return `dismissed:${id}`;
}

async function sendDismissal(id: string, name: string, accessKey: string | null): Promise<void> {
  try {
    const { dismissAccessRequest } = await request(
      DismissAccessRequestDocument,
      { input: { id } },
      undefined,
      accessKey,
      true,
    );
    const [problem] = dismissAccessRequest.userErrors;
    if (problem?.code === 'ALREADY_DECIDED') {
      notifications.show({ color: 'gray', message: t`Somebody else decided on ${name} meanwhile` });
    } else if (problem) notifyUndone(name, problem.message);
  } catch (error) {
    notifyUndone(name, error instanceof Error ? error.message : String(error));
  }
}

function notifyUndone(name: string, message: string): void {
  notifications.show({ color: 'red', title: t`${name} was not dismissed`, message, autoClose: false });
}
