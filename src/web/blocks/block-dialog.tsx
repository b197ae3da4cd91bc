import { List, Textarea } from '@mantine/core';
import { request } from '../api/request.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useForm } from '../parts/use-form.ts';
import { useProject } from '../viewer/viewer.ts';
import { BlockSenderDocument } from './block-documents.ts';
import { useRefreshBlocks } from './use-blocks.ts';

/** Whom to block: a user, or whoever made a request. */
export type BlockTarget = { name: string } & ({ userId: string } | { accessRequestId: string });

const LONGEST_NOTE = 500;

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
    notice: () => `${name} was blocked`,
    onDone: onClose,
  });
  const { note } = form.values;
  // As the API counts them.
  const { length } = [...note.trim()];
  const excess = length - LONGEST_NOTE;
  return (
    <FormDialog
      form={form}
      title={
        <>
          Block <bdi>{name}</bdi>?
        </>
      }
      submitLabel="Block"
      submitColor="red.9"
      onClose={onClose}
    >
      <List size="sm" spacing={4}>
        <List.Item>Every phone number and id that we know of them is kept out of all environments.</List.Item>
        <List.Item>They are never told, and the assistant does not answer them.</List.Item>
        <List.Item>
          The block stays{isUser && ', even when the user is deleted,'} until you lift it under “Requests”, “Blocked”.
        </List.Item>
      </List>
      <Textarea
        name="note"
        label="Note"
        description={`Why, for your team; ${length} of ${LONGEST_NOTE} characters`}
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        data-autofocus
        value={note}
        onChange={(event) => form.set('note', event.currentTarget.value)}
        error={excess > 0 ? `${excess} ${excess === 1 ? 'character' : 'characters'} too many` : form.errors.of('note')}
      />
    </FormDialog>
  );
}
