import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Box, NavLink, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import {
  DoorIcon,
  EnvironmentsIcon,
  HistoryIcon,
  KeyIcon,
  PersonIcon,
  SettingsIcon,
  UsersIcon,
} from '../parts/icons.tsx';
import { PendingCount } from '../requests/pending-count.tsx';
import { useProject } from '../viewer/viewer.ts';
import { AccountMenu } from './account-menu.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';
import classes from './settings-layout.module.css';

/** The views of a project, in their order. */
export const SECTIONS = [
  { path: 'users', label: msg`Users`, icon: <UsersIcon /> },
  { path: 'requests', label: msg`Requests`, icon: <DoorIcon />, count: <PendingCount /> },
  { path: 'environments', label: msg`Environments`, icon: <EnvironmentsIcon /> },
  { path: 'access-keys', label: msg`Access keys`, icon: <KeyIcon /> },
  { path: 'members', label: msg`Members`, icon: <PersonIcon /> },
  { path: 'history', label: msg`History`, icon: <HistoryIcon /> },
  { path: 'general', label: msg`General`, icon: <SettingsIcon /> },
];

/** Project settings: whose they are on top, their sections at the side, or above on a phone. */
export function SettingsLayout({ children }: { children: ReactNode }) {
  const { id } = useProject();
  const [, params] = useRoute('/projects/:projectId/:section/*?');
  return (
    <>
      <a className={classes.skip} href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <header className={classes.header}>
        <Anchor component={Link} href="/" className={classes.brand} underline="never" lh={1.55}>
          Users Management
        </Anchor>
        <ProjectSwitcher />
        <AccountMenu />
      </header>
      <div className={classes.body}>
        <nav className={classes.nav} aria-label={t`Project settings`}>
          <Text className={classes.navTitle} id="project-section">
            <Trans>Project</Trans>
          </Text>
          <ul aria-labelledby="project-section" className={classes.sections}>
            {SECTIONS.map(({ path, label, icon, count }) => (
              <li key={path}>
                <NavLink
                  component={Link}
                  href={`/projects/${id}/${path}`}
                  label={
                    <>
                      {i18n._(label)}
                      {count}
                    </>
                  }
                  leftSection={icon}
                  active={params?.section === path}
                  aria-current={params?.section === path ? 'page' : undefined}
                  className={classes.section}
                />
              </li>
            ))}
          </ul>
        </nav>
        <Box component="main" id="content" tabIndex={-1} className={classes.content}>
          {children}
        </Box>
      </div>
    </>
  );
}
