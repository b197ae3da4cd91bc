import { Fragment } from 'react';

export function EmailAddress({ address }: { address: string }) {
  return (
    <bdi dir="ltr">
      <Breakable text={address} />
    </bdi>
  );
}

/** An address, or some of one, that breaks between its parts, and within a word only where one is too long for its line. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[@.])/).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
