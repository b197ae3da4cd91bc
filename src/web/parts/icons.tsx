import type { ReactNode } from 'react';

function Icon({ children, size = 18 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const PencilIcon = () => (
  <Icon>
    <path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16z M13.5 6.5l4 4" />
  </Icon>
);

export const TrashIcon = () => (
  <Icon>
    <path d="M4 7h16 M10 11v6 M14 11v6 M6 7l1 12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2l1-12 M9 7V4h6v3" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon size={14}>
    <path d="M9 9h11v11H9z M5 15H4V4h11v1" />
  </Icon>
);

/** Which way a column is sorted. */
export const ArrowIcon = ({ isUp }: { isUp: boolean }) => (
  <Icon size={12}>
    <path d={isUp ? 'M12 20V4 M6 10l6-6 6 6' : 'M12 4v16 M6 14l6 6 6-6'} />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="M20 20l-4.8-4.8" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14 M5 12h14" />
  </Icon>
);

export const AlertIcon = () => (
  <Icon>
    <path d="M12 8v5 M12 16.5v.01 M10.3 4L2.7 17.5a2 2 0 0 0 1.7 3h15.2a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0z" />
  </Icon>
);

export const UsersIcon = () => (
  <Icon>
    <circle cx="9" cy="7.5" r="3.5" />
    <path d="M2.5 20a6.5 6 0 0 1 13 0 M16 4.3a3.5 3.5 0 0 1 0 6.4 M18.5 14.5a6 6 0 0 1 3 5.5" />
  </Icon>
);

export const EnvironmentsIcon = () => (
  <Icon>
    <path d="M12 3l9 5-9 5-9-5z M3 12.5l9 5 9-5 M3 17l9 5 9-5" />
  </Icon>
);

export const KeyIcon = () => (
  <Icon>
    <circle cx="8" cy="15.5" r="4.5" />
    <path d="M11.2 12.3L20 3.5 M16 7.5l3 3" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M4 6h9 M17 6h3 M4 12h3 M11 12h9 M4 18h7 M15 18h5" />
    <circle cx="15" cy="6" r="2" />
    <circle cx="9" cy="12" r="2" />
    <circle cx="13" cy="18" r="2" />
  </Icon>
);

export const SignOutIcon = () => (
  <Icon>
    <path d="M14 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2v-2 M9 12h12 M18 9l3 3-3 3" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon size={14}>
    <path d="M6 9l6 6 6-6" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5a7.5 7 0 0 1 15 0" />
  </Icon>
);

export const PhoneIcon = () => (
  <Icon size={16}>
    <path d="M7 3.5h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3a3 3 0 0 1-3.2 3A16 16 0 0 1 4 6.7a3 3 0 0 1 3-3.2z" />
  </Icon>
);

/** A door that stands ajar. */
export const DoorIcon = () => (
  <Icon>
    <path d="M5 20V4.5h9V20 M3 20h18 M14 7l5-1.5V20 M11 12v.01" />
  </Icon>
);

export const CheckIcon = ({ size = 18 }: { size?: number }) => (
  <Icon size={size}>
    <path d="M4.5 12.5l5 5 10-11" />
  </Icon>
);

export const CircleIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8" />
  </Icon>
);

export const HelpIcon = () => (
  <Icon size={16}>
    <circle cx="12" cy="12" r="9" />
    <path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8 M12 16.8v.01" />
  </Icon>
);

export const HistoryIcon = () => (
  <Icon>
    <path d="M4 12a8 8 0 1 0 2.6-5.9L4 8.5 M4 4v4.5h4.5 M12 8v4.5l3 1.5" />
  </Icon>
);

/** A shield with a tick. */
export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3l7.5 2.5v6c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5v-6z M8.5 11.5l2.5 2.5 4.5-4.5" />
  </Icon>
);
