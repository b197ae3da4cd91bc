import { Popover, type PopoverProps, Text } from '@mantine/core';
import type { ReactElement } from 'react';

/** See Help. */
export default function OpenedHelp({ button, children, ...popover }: { button: ReactElement } & PopoverProps) {
  return (
    <Popover
      width={300}
      position="bottom-start"
      shadow="md"
      transitionProps={{ duration: 0 }}
      withRoles={false}
      {...popover}
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown role="status">
        <Text size="sm">{children}</Text>
      </Popover.Dropdown>
    </Popover>
  );
}
