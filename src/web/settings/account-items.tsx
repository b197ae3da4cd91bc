import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { signOut, useIsPerson } from '../api/access-key.ts';
import { SignOutIcon } from '../parts/icons.tsx';
import { useViewer } from '../viewer/viewer.ts';
import { LanguageItems } from './language-items.tsx';

/** What the account menu offers. */
export default function AccountItems() {
  const { name } = useViewer();
  const isPerson = useIsPerson();
  return (
    <>
      <Menu.Label>
        {isPerson ? (
          <Trans>
            Signed in as <bdi>{name}</bdi>
          </Trans>
        ) : (
          <Trans>
            Signed in with the key “<bdi>{name}</bdi>”
          </Trans>
        )}
      </Menu.Label>
      <LanguageItems />
      <Menu.Divider />
      <Menu.Item leftSection={<SignOutIcon />} onClick={signOut}>
        <Trans>Sign out</Trans>
      </Menu.Item>
    </>
  );
}
