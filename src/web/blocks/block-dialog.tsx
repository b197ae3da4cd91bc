import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { List, Textarea } from '@mantine/core';
import { request } from '../api/request.ts';
import { formatNumber } from '../language/format.ts';
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
    notice: () => t`${name} was blocked`,
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
      <Textarea
        name="note"
        label={t`Note`}
        description={t`Why, for your team; ${formatNumber(length)} of ${formatNumber(LONGEST_NOTE)} characters`}
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        data-autofocus
        value={note}
        onChange={(event) => form.set('note', event.currentTarget.value)}
        error={
          excess > 0
            ? t`${plural(excess, { one: '# character too many', other: '# characters too many' })}`
            : form.errors.of('note')
        }
      />
    </FormDialog>
  );
}
