import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Kbd, Table } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';

const PALETTE = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K';

const SHORTCUTS: [keys: string, meaning: MessageDescriptor][] = [
  [PALETTE, msg`Find an action, a place or a user`],
  ['/', msg`Search`],
  ['n', msg`Add a user`],
  ['j', msg`Next user`],
  ['k', msg`Previous user`],
  ['Enter', msg`Open the user`],
  ['e', msg`Edit the user`],
  ['x', msg`Select the user`],
  ['?', msg`Show these shortcuts`],
];

export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t`Keyboard shortcuts`} onClose={onClose} isQuestion>
      <Table verticalSpacing={6} aria-label={t`Keyboard shortcuts`}>
        <Table.Tbody>
          {SHORTCUTS.map(([key, meaning]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {i18n._(meaning)}
              </Table.Th>
              <Table.Td ta="end">
                <Kbd dir="ltr">{key}</Kbd>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
