import { Anchor, List, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { EnvironmentCheckboxes } from '../environments/environment-checkboxes.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { useProject } from '../viewer/viewer.ts';
import { Conflict } from './conflict.tsx';
import { loadNumberingPlans, phoneAsTyped } from './phone-as-typed.ts';
import { accountsThatGo, UnlinkNotice } from './unlink-notice.tsx';
import { useUserForm } from './use-user-form.ts';
import { LABELS } from './user-form-values.ts';
import type { UserToEdit } from './user-query.ts';

/** Adds a user, or edits the one given. */
export function UserForm({ user, onClose }: { user?: UserToEdit; onClose: () => void }) {
  const { id: projectId } = useProject();
  useEffect(() => {
    // Without them numbers are not grouped while typing, and that is all.
    loadNumberingPlans().catch(() => {});
  }, []);
  const { values, errors, set, ...state } = useUserForm({ projectId, user, onDone: onClose });
  // The API requires of a self-registered user only what it already has.
  const isRequired = (name: 'phoneNumber' | 'firstName' | 'lastName') => !user || Boolean(user[name]);
  const text = (name: 'phoneNumber' | 'email' | 'firstName' | 'middleName' | 'lastName') => ({
    name,
    label: LABELS[name],
    value: values[name],
    error: errors.of(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: HTMLInputElement }) => set(name, event.currentTarget.value),
  });
  const required = (name: Parameters<typeof isRequired>[0]) =>
    isRequired(name) ? { withAsterisk: true, 'aria-required': true } : {};
  if (state.theirs && state.user) {
    return (
      <Conflict
        base={state.user}
        theirs={state.theirs}
        mine={values}
        onOverwrite={state.overwrite}
        onTakeTheirs={state.takeTheirs}
      />
    );
  }
  return (
    <Form
      errors={errors}
      isSaving={state.isSaving}
      onSubmit={state.submit}
      onStartOver={state.isRestored ? state.discard : undefined}
    >
      <TextInput
        {...text('phoneNumber')}
        {...required('phoneNumber')}
        type="tel"
        placeholder="+1 555-123-4567"
        description="In international format"
        data-autofocus
        // The button that was pressed is gone with the comparison.
        autoFocus={state.hasTakenTheirs}
        onChange={({ currentTarget }) => set('phoneNumber', phoneAsTyped(currentTarget.value, values.phoneNumber))}
      />
      <UnlinkNotice accounts={user ? accountsThatGo(user, values, 'phoneNumber') : []} what="number" />
      <TextInput {...text('email')} inputMode="email" placeholder="user@example.com" spellCheck={false} />
      <UnlinkNotice accounts={user ? accountsThatGo(user, values, 'email') : []} what="address" />
      <TextInput {...text('firstName')} {...required('firstName')} dir="auto" />
      <TextInput {...text('middleName')} dir="auto" />
      <TextInput {...text('lastName')} {...required('lastName')} dir="auto" />
      <EnvironmentCheckboxes
        isRequired
        description={
          <>
            Select at least one environment. Users are assigned to specific environments that determine their access
            level. Read more on the{' '}
            <Anchor component={Link} href={`/projects/${projectId}/environments`} inherit underline="always">
              Environments page
            </Anchor>
            .
          </>
        }
        value={values.environmentIds}
        onChange={(ids) => set('environmentIds', ids)}
        error={errors.of('environmentIds')}
      />
      {user && (
        <List size="sm" c="dimmed">
          <List.Item>Users must have at least one environment assigned</List.Item>
          <List.Item>Changes apply to all environments</List.Item>
          <List.Item>To remove a user from all environments, use the Delete function instead</List.Item>
        </List>
      )}
      <FormButtons
        submitLabel={user ? 'Update User' : 'Add User'}
        isSaving={state.isSaving}
        onCancel={() => {
          state.discard();
          onClose();
        }}
      />
    </Form>
  );
}
