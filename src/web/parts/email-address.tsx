import { Fragment } from 'react';

/** An address that breaks between its parts, and within a word only where one is too long for its line. */
export function EmailAddress({ address }: { address: string }) {
  return (
    <bdi>
      {address.split(/(?<=[@.])/).map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
