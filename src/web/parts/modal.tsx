import { Modal as MantineModal, type ModalProps } from '@mantine/core';
import classes from './modal.module.css';

/** What a Dialog is drawn with; its code comes after the page, or with the first dialog. */
export default function Modal(props: Omit<ModalProps, 'opened'>) {
  return (
    <MantineModal
      opened
      closeOnClickOutside={false}
      returnFocus={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={classes}
      {...props}
    />
  );
}
