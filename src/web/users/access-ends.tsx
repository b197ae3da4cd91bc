import { Text } from '@mantine/core';
import { Until } from './until.tsx';
import type { ListedUser } from './user-list-documents.ts';

/** When the user's time ends, in each environment where it does; a list that is narrowed by that knows it. */
export function AccessEnds({ user: { access = [], environments } }: { user: ListedUser }) {
  return access.map(
    ({ environment: { id, name }, expiresAt }) =>
      expiresAt && (
        <Text key={id} size="xs" c="dimmed">
          {environments.length > 1 && (
            <>
              <bdi>{name}</bdi>
              {': '}
            </>
          )}
          <Until at={expiresAt} />
        </Text>
      ),
  );
}
