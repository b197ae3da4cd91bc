import { Modal as MantineModal, type ModalProps } from '@mantine/core';

/** What a Dialog is drawn with; its code comes after the page, or with the first dialog. */
export default function Modal(props: Omit<ModalProps, 'opened'>) {
  return (
    <MantineModal
      opened
      closeOnClickOutside={false}
      returnFocus={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      size="lg"
      styles={{ title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)', overflowWrap: 'anywhere' } }}
      {...props}
    />
  );
}
