import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { EnvironmentCheckboxes } from '../environments/environment-checkboxes.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { bind, useForm } from '../parts/use-form.ts';
import { LABELS } from '../users/user-form-values.ts';
import { explain } from './refusals.tsx';
import type { AccessRequest } from './request-documents.ts';
import { nameOf, recognisedIn } from './request-words.tsx';
import { SenderLine } from './sender-line.tsx';
import { useApprove } from './use-requests.ts';

/** Lets the sender in: as a new user, with what the channel told of them, or as the user they are already. */
export function ApproveDialog({
  request: asked,
  onKnown,
  onClose,
}: {
  request: AccessRequest;
  onKnown: () => void;
  onClose: () => void;
}) {
  const { id, environment, firstName, lastName, email, candidates } = asked;
  const name = nameOf(asked);
  const known = recognisedIn(asked);
  const approve = useApprove();
  const form = useForm({
    draft: `request:${id}`,
    pristine: {
      firstName: firstName ?? '',
      middleName: '',
      lastName: lastName ?? '',
      email: email ?? '',
      environmentIds: [environment.id],
    },
    send({ environmentIds, ...person }) {
      const further = environmentIds.filter((environmentId) => environmentId !== environment.id);
      return approve({ id, ...(known ? undefined : person), environmentIds: further });
    },
    notice: (user) => t`${user.fullName} was let into ${environment.name}`,
    onDone: onClose,
    onRefused: (userErrors, errors) => errors.show(userErrors.map((error) => explain(error, onKnown))),
  });
  const named = <Name extends 'firstName' | 'middleName' | 'lastName' | 'email'>(name: Name) => ({
    form,
    name,
    label: LABELS[name],
  });
  return (
    <FormDialog
      form={form}
      title={
        <Trans>
          Approve <bdi>{name}</bdi>
        </Trans>
      }
      submitLabel={t`Approve`}
      onClose={onClose}
    >
      <SenderLine sender={asked} />
      {known ? (
        <Text>
          <Trans>
            This is <bdi>{known.fullName}</bdi>, who is a user already. They get the environments below in addition to
            those they have.
          </Trans>
        </Text>
      ) : (
        <>
          {candidates.length > 0 && (
            <Text size="sm">
              <Trans>
                This adds a new user. If they are somebody you know,{' '}
                <Anchor component="button" type="button" inherit underline="always" onClick={onKnown}>
                  say who it is
                </Anchor>
                .
              </Trans>
            </Text>
          )}
          <TextField {...named('firstName')} dir="auto" data-autofocus />
          <TextField {...named('middleName')} dir="auto" />
          <TextField {...named('lastName')} dir="auto" />
          <TextField {...named('email')} dir="ltr" inputMode="email" spellCheck={false} />
        </>
      )}
      <EnvironmentCheckboxes
        description={
          <Trans>
            They wrote to <bdi>{environment.name}</bdi>; let them into others too if you like.
          </Trans>
        }
        fixedId={environment.id}
        {...bind(form, 'environmentIds')}
      />
    </FormDialog>
  );
}
