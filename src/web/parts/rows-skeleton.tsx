import { Skeleton, Stack } from '@mantine/core';
import { Loading } from './loading.tsx';

export function RowsSkeleton({ height }: { height: number }) {
  return (
    <Loading>
      <Stack>
        <Skeleton h={height} />
        <Skeleton h={height} />
        <Skeleton h={height} />
      </Stack>
    </Loading>
  );
}
