import { Notifications } from '@mantine/notifications';

/** Where notices come up. One that was given before this was there waits for it. */
export default function Notices() {
  return <Notifications position="bottom-right" />;
}
