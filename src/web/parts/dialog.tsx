import { t } from '@lingui/core/macro';
import { useMediaQuery } from '@mantine/hooks';
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';

export const loadDialog = () => import('./modal.tsx');

const Modal = lazy(loadDialog);

const BusyContext = createContext<(isBusy: boolean) => void>(() => {});

/** Until its answer is there a request can neither be called off nor fail unseen: the dialog around stays. */
export function useBusyDialog(isBusy: boolean): void {
  const setIsBusy = useContext(BusyContext);
  useEffect(() => {
    setIsBusy(isBusy);
    return () => setIsBusy(false);
  }, [isBusy, setIsBusy]);
}

/** A modal dialog. A click beside it does not close it, so nothing typed is lost; on closing, focus goes back where it was. */
export function Dialog({
  title,
  children,
  onClose,
  isQuestion = false,
  isWide = false,
  withCloseButton = true,
}: {
  title: ReactNode;
  children: ReactNode;
  onClose: () => void;
  /** Small, in the middle of the screen. */
  isQuestion?: boolean;
  /** With room for a table. */
  isWide?: boolean;
  withCloseButton?: boolean;
}) {
  const [isBusy, setIsBusy] = useState(false);
  const isSmall = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const isOnTop = useIsOnTop();
  useFocusReturn();
  return (
    <Suspense>
      <Modal
        onClose={() => {
          if (isOnTop()) onClose();
        }}
        title={title}
        size={isWide ? 'xl' : 'lg'}
        fullScreen={isSmall && !isQuestion}
        centered={isQuestion}
        closeOnEscape={withCloseButton && !isBusy}
        withCloseButton={withCloseButton && !isBusy}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <BusyContext value={setIsBusy}>{children}</BusyContext>
      </Modal>
    </Suspense>
  );
}

const open: symbol[] = [];

// A link can ask its question over a form: Escape then answers the question alone.
function useIsOnTop(): () => boolean {
  const [self] = useState(() => Symbol());
  useEffect(() => {
    open.push(self);
    return () => void open.splice(open.indexOf(self), 1);
  }, [self]);
  return () => open.at(-1) === self;
}

// The opener may be gone, as the row of a deleted user is: then the page's heading takes the focus.
function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
      else document.querySelector('h1')?.focus();
    },
    [opener],
  );
}
