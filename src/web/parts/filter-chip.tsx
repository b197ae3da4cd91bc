import { t } from '@lingui/core/macro';
import { UnstyledButton } from '@mantine/core';
import classes from './filter-chip.module.css';
import { ChevronIcon } from './icons.tsx';

/** Narrows a list by a choice, and shows that it does. The select lies over the chip unseen: every device shows its own menu. */
export function FilterChip({
  label,
  value,
  choices,
  isOn = value !== '',
  onChange,
  onApproach,
}: {
  label: string;
  value: string;
  /** The first is what stands for no choice; a count of those who would be found may stand behind the name. */
  choices: { value: string; label: string; count?: string | undefined }[];
  isOn?: boolean;
  onChange: (value: string) => void;
  /** When it is about to be opened. */
  onApproach?: () => void;
}) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <div className={classes.chip} data-on={isOn || undefined}>
      <bdi aria-hidden="true" className={classes.text}>
        {isOn ? (chosen?.label ?? value) : label}
      </bdi>
      <ChevronIcon />
      <select
        aria-label={label}
        className={classes.select}
        value={value}
        onPointerEnter={onApproach}
        onFocus={onApproach}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {withCount(choice)}
          </option>
        ))}
      </select>
    </div>
  );
}

function withCount({ label, count }: { label: string; count?: string | undefined }): string {
  return count === undefined ? label : t`${label} (${count})`;
}

/** A condition that is on or off. */
export function ToggleChip({
  label,
  isOn,
  onToggle,
  onApproach,
  count,
}: {
  label: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  onApproach?: () => void;
  count?: string | undefined;
}) {
  return (
    <UnstyledButton
      className={classes.chip}
      data-on={isOn || undefined}
      aria-pressed={isOn}
      title={count}
      onPointerEnter={onApproach}
      onFocus={onApproach}
      onClick={() => onToggle(!isOn)}
    >
      {label}
    </UnstyledButton>
  );
}
