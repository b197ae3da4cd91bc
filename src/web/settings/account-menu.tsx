import { Button, Menu } from '@mantine/core';
import { signOut, useIsPerson } from '../api/access-key.ts';
import { ChevronIcon, PersonIcon, SignOutIcon } from '../parts/icons.tsx';
import { ROLES } from '../viewer/roles.ts';
import { useProject, useViewer } from '../viewer/viewer.ts';
import classes from './settings-layout.module.css';

/** Who is signed in, what it may do, and the way out. */
export function AccountMenu() {
  const { name } = useViewer();
  const isPerson = useIsPerson();
  const { label } = ROLES[useProject().viewerRole];
  return (
    <Menu position="bottom-end" shadow="md" width={240} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          px="xs"
          ml="auto"
          leftSection={<PersonIcon />}
          rightSection={<ChevronIcon />}
          aria-label={`Account: ${label}`}
        >
          <span className={classes.role}>{label}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {isPerson ? 'Signed in as ' : 'Signed in with the key “'}
          <bdi>{name}</bdi>
          {!isPerson && '”'}
        </Menu.Label>
        <Menu.Item leftSection={<SignOutIcon />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
