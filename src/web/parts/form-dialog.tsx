import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { Form, FormButtons } from './form.tsx';
import type { FormFrame } from './use-form.ts';

/** A form in a dialog of its own. */
export function FormDialog({
  form,
  title,
  submitLabel,
  submitColor,
  onClose,
  children,
}: {
  form: FormFrame;
  title: ReactNode;
  submitLabel: string;
  submitColor?: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form}>
        {children}
        <FormButtons form={form} submitLabel={submitLabel} submitColor={submitColor} onLeave={onClose} />
      </Form>
    </Dialog>
  );
}
