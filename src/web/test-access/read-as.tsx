import { Trans } from '@lingui/react/macro';
import { CHANNELS } from '../channels/channels.tsx';
import { Listed } from '../parts/listed.tsx';
import { distinctReadings } from './group-decisions.ts';
import type { Reading } from './test-access-documents.ts';

/** By what the text may be meant: “phone number +1 …, or id 1… on Telegram”. */
export function ReadAs({ readings }: { readings: Reading[] }) {
  return (
    <Listed type="disjunction">
      {distinctReadings(readings).map((reading) => (
        <OneReading key={JSON.stringify(reading)} reading={reading} />
      ))}
    </Listed>
  );
}

function OneReading({ reading: { channel, phoneNumber, externalId, email } }: { reading: Reading }) {
  const { label } = CHANNELS[channel];
  if (phoneNumber) {
    return (
      <Trans>
        phone number <bdi dir="ltr">{phoneNumber}</bdi>
      </Trans>
    );
  }
  if (email) {
    return (
      <Trans>
        address <bdi dir="ltr">{email}</bdi>, as {label} confirms it
      </Trans>
    );
  }
  return (
    <Trans>
      id <bdi dir="ltr">{externalId}</bdi> on {label}
    </Trans>
  );
}
