import { Menu, type MenuProps } from '@mantine/core';
import type { ReactElement } from 'react';

/** See MenuButton. */
export default function OpenedMenu({ button, children, ...menu }: { button: ReactElement } & MenuProps) {
  return (
    <Menu shadow="md" transitionProps={{ duration: 0 }} {...menu}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown mah="60vh" maw="90vw" style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
