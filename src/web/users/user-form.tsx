import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, List, SimpleGrid } from '@mantine/core';
import { Link } from 'wouter';
import { EnvironmentCheckboxes } from '../environments/environment-checkboxes.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { bind } from '../parts/use-form.ts';
import { useProject } from '../viewer/viewer.ts';
import { Conflict } from './conflict.tsx';
import { PhoneField } from './phone-field.tsx';
import { accountsThatGo, UnlinkNotice } from './unlink-notice.tsx';
import { useUserForm } from './use-user-form.ts';
import type { UserToEdit } from './user-documents.ts';
import { LABELS, type UserFormValues } from './user-form-values.ts';

/** Adds a user, or edits the one given. */
export function UserForm({
  user,
  prefilled,
  onClose,
}: {
  user?: UserToEdit;
  prefilled?: Partial<UserFormValues>;
  onClose: () => void;
}) {
  const { id: projectId } = useProject();
  const form = useUserForm({ projectId, user, prefilled, onDone: onClose });
  const { values, theirs } = form;
  // The API requires of a self-registered user only what it already has.
  const isRequired = (name: 'phoneNumber' | 'firstName' | 'lastName') => !user || Boolean(user[name]);
  if (theirs && form.user) {
    return (
      <Conflict
        base={form.user}
        theirs={theirs}
        mine={values}
        onOverwrite={form.overwrite}
        onTakeTheirs={form.takeTheirs}
      />
    );
  }
  const named = <Name extends keyof typeof LABELS>(name: Name) => ({ form, name, label: LABELS[name] });
  return (
    <Form form={form}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <PhoneField
          form={form}
          label={LABELS.phoneNumber}
          isRequired={isRequired('phoneNumber')}
          data-autofocus
          // A form that was waited for, or comes after a comparison, has to take it by itself.
          autoFocus={Boolean(user)}
        />
        <TextField {...named('email')} dir="ltr" inputMode="email" placeholder="user@example.com" spellCheck={false} />
      </SimpleGrid>
      <UnlinkNotice accounts={user ? accountsThatGo(user, values, 'phoneNumber') : []} what="number" />
      <UnlinkNotice accounts={user ? accountsThatGo(user, values, 'email') : []} what="address" />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextField {...named('firstName')} isRequired={isRequired('firstName')} dir="auto" />
        <TextField {...named('middleName')} dir="auto" />
        <TextField {...named('lastName')} isRequired={isRequired('lastName')} dir="auto" />
      </SimpleGrid>
      <EnvironmentCheckboxes
        isRequired
        description={
          <Trans>
            Select at least one environment. Users are assigned to specific environments that determine their access
            level. Read more on the{' '}
            <Anchor component={Link} href={`/projects/${projectId}/environments`} inherit underline="always">
              Environments page
            </Anchor>
            .
          </Trans>
        }
        {...bind(form, 'environmentIds')}
      />
      {user && (
        <List size="sm" c="dimmed">
          <List.Item>
            <Trans>Users must have at least one environment assigned</Trans>
          </List.Item>
          <List.Item>
            <Trans>Changes apply to all environments</Trans>
          </List.Item>
          <List.Item>
            <Trans>To remove a user from all environments, use the Delete function instead</Trans>
          </List.Item>
        </List>
      )}
      <FormButtons form={form} submitLabel={user ? t`Update User` : t`Add User`} onLeave={onClose} />
    </Form>
  );
}
