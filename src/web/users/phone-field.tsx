import { t } from '@lingui/core/macro';
import { type ComponentProps, useRef, useState } from 'react';
import { byName } from '../language/countries.ts';
import { ChevronIcon } from '../parts/icons.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { CountryCode } from './numbering-plans.ts';
import classes from './phone-field.module.css';
import { useNumberingPlans } from './use-numbering-plans.ts';

type Props = Omit<ComponentProps<typeof TextField<'phoneNumber'>>, 'name' | 'onChange'>;

/** A phone number in international form. The country beside it follows what is typed, and puts its code in front when it is chosen. */
export function PhoneField(props: Props) {
  const { values, set } = props.form;
  const plans = useNumberingPlans();
  const [chosen, setChosen] = useState<CountryCode>();
  const input = useRef<HTMLInputElement>(null);
  const typed = values.phoneNumber;
  const choose = (country: CountryCode) => {
    setChosen(country);
    if (plans) set('phoneNumber', plans.withCountry(typed, country));
  };
  return (
    <TextField
      {...props}
      ref={input}
      name="phoneNumber"
      type="tel"
      dir="ltr"
      placeholder="+1 555-123-4567"
      description={t`In international format`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={{ wrapper: classes.field }}
      leftSectionWidth="4.75rem"
      leftSectionPointerEvents="all"
      leftSection={
        <CountryChoice
          countries={plans?.COUNTRIES}
          value={plans?.countryOf(typed, chosen)}
          onChange={choose}
          onLeave={() => input.current?.focus()}
        />
      }
      onChange={({ currentTarget: { value } }) => set('phoneNumber', plans?.phoneAsTyped(value, typed) ?? value)}
    />
  );
}

/** Shows the country's two letters; over them lies, unseen, the browser's own choice of all of them by name. */
function CountryChoice({
  countries,
  value,
  onChange,
  onLeave,
}: {
  countries: { country: CountryCode; callingCode: string }[] | undefined;
  value: CountryCode | undefined;
  onChange: (country: CountryCode) => void;
  onLeave: () => void;
}) {
  // Arrow keys choose one country after the other: only whoever points has chosen with the first.
  const isPointing = useRef(false);
  return (
    <span className={classes.country}>
      <span aria-hidden="true">{value ?? <GlobeIcon />}</span>
      <ChevronIcon />
      <select
        aria-label={t`Country`}
        value={value ?? ''}
        disabled={!countries}
        onPointerDown={() => {
          isPointing.current = true;
        }}
        onKeyDown={() => {
          isPointing.current = false;
        }}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value as CountryCode);
          if (isPointing.current) onLeave();
        }}
      >
        <option value="" disabled>
          {t`No country code yet`}
        </option>
        {countries && <Options countries={countries} />}
      </select>
    </span>
  );
}

function Options({ countries }: { countries: { country: CountryCode; callingCode: string }[] }) {
  const [named] = useState(() => byName(countries));
  return named.map(({ country, name, callingCode }) => (
    // Isolated: a + does not change sides beside a name from right to left.
    <option key={country} value={country}>{`${name} (\u2066+${callingCode}\u2069)`}</option>
  ));
}

function GlobeIcon() {
  return (
    <svg
      aria-hidden="true"
      width={16}
      height={16}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
    >
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18 M12 3c5 5 5 13 0 18 M12 3c-5 5-5 13 0 18" />
    </svg>
  );
}
