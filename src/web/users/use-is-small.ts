import { useMediaQuery } from '@mantine/hooks';

/** Whether a table of users would be squeezed. Paper takes the table, however small the screen. */
export function useIsSmall(): boolean {
  return useMediaQuery('screen and (max-width: 75em)', false, { getInitialValueInEffect: false });
}
