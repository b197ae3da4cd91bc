import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { lazy } from 'react';
import { ChevronIcon, PersonIcon } from '../parts/icons.tsx';
import { MenuButton } from '../parts/menu-button.tsx';
import { ROLES } from '../viewer/roles.ts';
import { useProject } from '../viewer/viewer.ts';
import classes from './settings-layout.module.css';

export const loadAccountItems = () => import('./account-items.tsx');

const AccountItems = lazy(loadAccountItems);

/** Who is signed in and what it may do; behind it the language and the way out. */
export function AccountMenu() {
  const { label } = ROLES[useProject().viewerRole];
  return (
    <MenuButton
      position="bottom-end"
      width={240}
      button={
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          px="xs"
          ml="auto"
          leftSection={<PersonIcon />}
          rightSection={<ChevronIcon />}
          aria-label={t`Account: ${label}`}
        >
          <span className={classes.role}>{label}</span>
        </Button>
      }
    >
      <AccountItems />
    </MenuButton>
  );
}
