import { Skeleton, Stack } from '@mantine/core';
import { Loading } from '../parts/loading.tsx';
import classes from './settings-layout.module.css';

/** Before anything of the page is known; in the places where it will be. */
export function SettingsSkeleton() {
  return (
    <>
      <div className={classes.header}>
        <Skeleton h={20} w={160} />
      </div>
      <div className={classes.body}>
        <div className={classes.nav} />
        <main className={classes.content}>
          <ViewSkeleton />
        </main>
      </div>
    </>
  );
}

/** A view whose code or content is still on its way. */
export function ViewSkeleton() {
  return (
    <Loading>
      <Stack>
        <Skeleton h={34} w={180} />
        <Skeleton h={20} w="60%" mb="lg" />
        <Skeleton h={320} />
      </Stack>
    </Loading>
  );
}
