import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';

/** A modal dialog. A click beside it does not close it, so nothing typed is lost; on closing, focus goes back where it was. */
export function Dialog({
  title,
  children,
  onClose,
  isQuestion = false,
  withCloseButton = true,
}: {
  title: ReactNode;
  children: ReactNode;
  onClose: () => void;
  /** Small, in the middle of the screen. */
  isQuestion?: boolean;
  withCloseButton?: boolean;
}) {
  const isSmall = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  useFocusReturn();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      fullScreen={isSmall && !isQuestion}
      centered={isQuestion}
      closeOnClickOutside={false}
      closeOnEscape={withCloseButton}
      withCloseButton={withCloseButton}
      closeButtonProps={{ 'aria-label': 'Close' }}
      returnFocus={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      size="lg"
      styles={{ title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)', overflowWrap: 'anywhere' } }}
    >
      {children}
    </Modal>
  );
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
