import { Button, type ButtonProps, Loader } from '@mantine/core';

/** Shows that its work is under way. Not disabled outright: the button that was just pressed would lose the focus. */
export function BusyButton({
  isBusy,
  onClick,
  children,
  ...props
}: ButtonProps & { isBusy: boolean; onClick?: () => void; type?: 'submit' }) {
  return (
    <Button
      {...props}
      aria-disabled={isBusy || undefined}
      data-disabled={isBusy || undefined}
      onClick={isBusy ? undefined : onClick}
    >
      {isBusy && <Loader size={18} color="currentColor" pos="absolute" left="calc(50% - 9px)" aria-hidden />}
      <span style={{ opacity: isBusy ? 0 : 1 }}>{children}</span>
    </Button>
  );
}
