import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { CHANNELS } from '../channels/channels.tsx';
import { SenderId, senderText } from '../channels/sender-id.tsx';
import { PhoneIcon } from '../parts/icons.tsx';
import type { useListAddress } from '../parts/list-address.ts';
import { Moment } from '../parts/moment.tsx';
import { PagedCards } from '../parts/paged-cards.tsx';
import { SearchBar } from '../parts/search-bar.tsx';
import { useProject } from '../viewer/viewer.ts';
import type { BlockedSender } from './block-documents.ts';
import { UnblockDialog } from './unblock-dialog.tsx';
import { useBlocks } from './use-blocks.ts';

/** Who is kept out of the project, number by number and id by id. */
export function BlockedList({ list }: { list: ReturnType<typeof useListAddress<'search'>> }) {
  const { canWriteUsers } = useProject();
  const [toUnblock, setToUnblock] = useState<BlockedSender>();
  const search = list.get('search');
  const blocks = useBlocks({ search, page: list.page });
  return (
    <>
      <search>
        <SearchBar
          label={t`Search who is blocked`}
          placeholder={t`Search by phone, id, name or note`}
          search={search}
          onSearch={(term) => list.select({ search: term }, { replace: true })}
        />
      </search>
      <PagedCards
        query={blocks}
        list={list}
        label={t`Blocked`}
        count={(total, shown) => (
          <Plural
            value={total}
            one={`${shown} number or id is blocked`}
            other={`${shown} numbers and ids are blocked`}
          />
        )}
        empty={search ? t`Nobody who is blocked matches this search.` : t`Nobody is blocked.`}
        failureTitle={t`Who is blocked could not be loaded`}
      >
        {(nodes) =>
          nodes.map((block) => (
            <BlockCard key={block.id} block={block} onUnblock={canWriteUsers ? setToUnblock : undefined} />
          ))
        }
      </PagedCards>
      {toUnblock && <UnblockDialog block={toUnblock} onClose={() => setToUnblock(undefined)} />}
    </>
  );
}

function BlockCard({ block, onUnblock }: { block: BlockedSender; onUnblock?: (block: BlockedSender) => void }) {
  const { id: projectId } = useProject();
  const { channel, user, note, blockedBy, createdAt } = block;
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="sm" wrap="nowrap" miw={0} align="flex-start">
          <span style={{ paddingTop: 3 }}>{channel ? CHANNELS[channel].icon : <PhoneIcon />}</span>
          <Stack gap={2} miw={0}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              <SenderId sender={block} />
            </Text>
            {user && (
              <Anchor component={Link} href={`/projects/${projectId}/users/${user.id}`} size="sm">
                <bdi>{user.fullName}</bdi>
              </Anchor>
            )}
            {note && (
              <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                <bdi>{note}</bdi>
              </Text>
            )}
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              <Trans>
                Blocked by <bdi>{blockedBy}</bdi> · <Moment at={createdAt} withTime />
              </Trans>
            </Text>
          </Stack>
        </Group>
        {onUnblock && (
          <Button
            variant="default"
            size="xs"
            flex="none"
            onClick={() => onUnblock(block)}
            aria-label={t`Unblock ${senderText(block)}`}
          >
            <Trans>Unblock</Trans>
          </Button>
        )}
      </Group>
    </Card>
  );
}
