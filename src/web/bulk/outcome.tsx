import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, List, ScrollArea, Text } from '@mantine/core';
import { UserLink } from '../users/user-link.tsx';
import type { useWork } from './use-work.ts';

/** So many of those who were refused are told by name. */
const TOLD = 100;

/** What became of each: how many, and who was refused and why. */
export function Outcome({
  work: { progress, wasCancelled },
  onClose,
}: {
  work: ReturnType<typeof useWork>;
  onClose: () => void;
}) {
  const { UPDATED = 0, DELETED = 0, UNCHANGED = 0, SKIPPED = 0, REFUSED = 0 } = progress.outcomes;
  const more = progress.refused.length - TOLD;
  return (
    <>
      <div role="status">
        {wasCancelled && (
          <Text size="sm">
            <Trans>It was stopped. What was done stays.</Trans>
          </Text>
        )}
        {UPDATED > 0 && (
          <Text size="sm">
            <Plural value={UPDATED} one="# user was changed." other="# users were changed." />
          </Text>
        )}
        {DELETED > 0 && (
          <Text size="sm">
            <Plural value={DELETED} one="# user was removed." other="# users were removed." />
          </Text>
        )}
        {UNCHANGED > 0 && (
          <Text size="sm">
            <Plural value={UNCHANGED} one="# user was so already." other="# users were so already." />
          </Text>
        )}
        {SKIPPED > 0 && (
          <Text size="sm">
            <Plural
              value={SKIPPED}
              one="# user was seen meanwhile, and left as they are."
              other="# users were seen meanwhile, and left as they are."
            />
          </Text>
        )}
        {REFUSED > 0 && (
          <Text size="sm">
            <Plural value={REFUSED} one="# user was refused:" other="# users were refused:" />
          </Text>
        )}
      </div>
      {progress.refused.length > 0 && (
        <ScrollArea.Autosize mah={240} type="auto" tabIndex={0}>
          <List size="sm">
            {progress.refused.slice(0, TOLD).map(({ user, userErrors }, place) => (
              <List.Item key={user?.id ?? place}>
                {user && (
                  <>
                    <UserLink user={user} />
                    {': '}
                  </>
                )}
                {userErrors.map(({ message }) => message).join(' ')}
              </List.Item>
            ))}
          </List>
        </ScrollArea.Autosize>
      )}
      {more > 0 && (
        <Text size="sm">
          <Plural value={more} one="And # more." other="And # more." />
        </Text>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus autoFocus>
          <Trans>Close</Trans>
        </Button>
      </Group>
    </>
  );
}
