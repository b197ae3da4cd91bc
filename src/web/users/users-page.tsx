import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Box, Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import { OpenEnvironments } from '../environments/open-environments.tsx';
import { ImportButton } from '../import/import-gate.tsx';
import { PlusIcon, ShieldIcon } from '../parts/icons.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { useListState } from './list-state.ts';
import { useIsSmall } from './use-is-small.ts';
import { UsersToolbar } from './users-toolbar.tsx';
import { UsersView } from './users-view.tsx';

export function UsersPage() {
  const list = useListState();
  const { id: projectId, canWriteUsers } = useProject();
  const form = useFormAddress();
  const isSmall = useIsSmall();
  const review = (
    <Anchor component={Link} size="sm" underline="always" href={`/projects/${projectId}/users/review`}>
      <Trans>Review</Trans>
    </Anchor>
  );

  return (
    <>
      <PageHeader
        title={t`Users`}
        badge={isSmall ? <Box hiddenFrom="xs">{review}</Box> : <OpenEnvironments mb={0} />}
        action={
          <Group gap="xs">
            <Button
              component={Link}
              href={`/projects/${projectId}/users/test-access`}
              variant="default"
              px={{ base: 'xs', xs: 'md' }}
              aria-label={t`Test access`}
            >
              <Box hiddenFrom="xs" component="span" lh={0}>
                <ShieldIcon />
              </Box>
              <Box visibleFrom="xs" component="span">
                <Trans>Test access</Trans>
              </Box>
            </Button>
            {canWriteUsers && (
              <>
                <ImportButton />
                <Button leftSection={<PlusIcon />} onClick={form.add}>
                  <Trans>Add User</Trans>
                </Button>
              </>
            )}
          </Group>
        }
      >
        <Trans>
          Control who can interact with your AI assistant through messaging apps like WhatsApp, Telegram, and Slack.
        </Trans>{' '}
        {review}
      </PageHeader>
      <UsersToolbar state={list.state} isSmall={isSmall} onSelect={list.select} onSort={list.setOrder} />
      <UsersView list={list} isSmall={isSmall} form={form} />
      {isSmall && <OpenEnvironments />}
    </>
  );
}
