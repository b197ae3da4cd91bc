import { Group, Skeleton, Stack } from '@mantine/core';
import { Loading } from '../parts/loading.tsx';

const ROWS = Array.from({ length: 12 }, (_, index) => index);

/** Rows of about the size of the users to come. */
export function UsersSkeleton({ isSmall }: { isSmall: boolean }) {
  return (
    <Loading>
      <Stack gap={isSmall ? 'xs' : 0} pt={isSmall ? 0 : 32}>
        {ROWS.map((row) => (
          <Group key={row} h={isSmall ? 116 : 48} gap="sm" wrap="nowrap">
            <Skeleton circle h={32} w={32} />
            <Stack gap={8} flex={1}>
              <Skeleton h={14} maw={220} />
              <Skeleton h={12} maw={160} />
            </Stack>
            {!isSmall && <Skeleton h={14} w="40%" />}
          </Group>
        ))}
      </Stack>
    </Loading>
  );
}
