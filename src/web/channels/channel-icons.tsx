import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width={16}
      height={16}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      {children}
    </svg>
  );
}

/** A speech bubble with a receiver. */
export const WhatsAppIcon = () => (
  <Icon>
    <path d="M3.5 20.5l1.3-4.6a8.5 8.5 0 1 1 3.3 3.3z M9 8.2c-.6 2.8 3.9 7.3 6.8 6.8l.7-1.7-2.2-1.2-1 .9c-1-.5-1.9-1.4-2.4-2.4l.9-1-1.2-2.2z" />
  </Icon>
);

/** A paper plane. */
export const TelegramIcon = () => (
  <Icon>
    <path d="M21 4L3 11l5.5 2.2L18 7l-7 8 6.5 4.5z M8.5 13.2V19l2.8-3.6" />
  </Icon>
);

/** A number sign of rounded bars. */
export const SlackIcon = () => (
  <Icon>
    <path d="M9.5 3.5v17 M14.5 3.5v17 M3.5 9.5h17 M3.5 14.5h17" />
  </Icon>
);
