import type { MenuProps } from '@mantine/core';
import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';

export const loadMenu = () => import('./opened-menu.tsx');

const OpenedMenu = lazy(loadMenu);

/** A button that opens a menu. The menu's code comes after the page, or when it is asked for. */
export function MenuButton({
  button,
  children,
  ...menu
}: {
  button: ReactElement<{ onClick?: () => void }>;
  children: ReactNode;
} & Pick<MenuProps, 'position' | 'width'>) {
  const [isOpen, setIsOpen] = useState<boolean>();
  const closed = cloneElement(button, {
    onClick: () => setIsOpen(true),
    ...{ 'aria-haspopup': 'menu', 'aria-expanded': false },
  });
  if (isOpen === undefined) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedMenu opened={isOpen} onChange={setIsOpen} button={button} {...menu}>
        {children}
      </OpenedMenu>
    </Suspense>
  );
}
