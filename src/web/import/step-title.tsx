import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** Names a step. The button that led here is gone, so the focus is put where the new step begins. */
export function StepTitle({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <Title ref={title} order={3} size="h5" tabIndex={-1} style={{ outline: 'none', overflowWrap: 'anywhere' }}>
      {children}
    </Title>
  );
}
