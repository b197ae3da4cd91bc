import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { request } from '../api/request.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useForm } from '../parts/use-form.ts';
import { useProject } from '../viewer/viewer.ts';
import { BlockSenderDocument } from './block-documents.ts';
import { NoteField } from './note-field.tsx';
import { useRefreshBlocks } from './use-blocks.ts';

/** Whom to block: a user, or whoever made a request. */
export type BlockTarget = { name: string } & ({ userId: string } | { accessRequestId: string });

/** Asks before somebody is kept out, with a note for the team. */
export function BlockDialog({ target, onClose }: { target: BlockTarget; onClose: () => void }) {
  const { id: projectId } = useProject();
  const { name, ...whom } = target;
  const isUser = 'userId' in whom;
  const refresh = useRefreshBlocks();
  const form = useForm({
    pristine: { note: '' },
    send: async ({ note }) => {
      const { answer } = await request(BlockSenderDocument, { input: { projectId, ...whom, note } });
      // First the page shows it, for the focus to find its place.
      await refresh();
      // Nobody blocked is an empty list, and not null.
      return { answer: { ...answer, saved: answer.userErrors.length === 0 ? answer.saved : null } };
    },
    notice: () => t`${name} was blocked`,
    onDone: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={
        <Trans>
          Block <bdi>{name}</bdi>?
        </Trans>
      }
      submitLabel={t`Block`}
      submitColor="red.9"
      onClose={onClose}
    >
      <List size="sm" spacing={4}>
        <List.Item>
          <Trans>Every phone number and id that we know of them is kept out of all environments.</Trans>
        </List.Item>
        <List.Item>
          <Trans>They are never told, and the assistant does not answer them.</Trans>
        </List.Item>
        <List.Item>
          {isUser ? (
            <Trans>
              The block stays, even when the user is deleted, until you lift it under “Requests”, “Blocked”.
            </Trans>
          ) : (
            <Trans>The block stays until you lift it under “Requests”, “Blocked”.</Trans>
          )}
        </List.Item>
      </List>
      <NoteField
        value={form.values.note}
        onChange={(note) => form.set('note', note)}
        error={form.errors.of('note')}
        data-autofocus
      />
    </FormDialog>
  );
}
