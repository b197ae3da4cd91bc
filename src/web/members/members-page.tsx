import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../parts/failure.tsx';
import { AlertIcon, PlusIcon } from '../parts/icons.tsx';
import { PlainList } from '../parts/plain-list.tsx';
import { RowsSkeleton } from '../parts/rows-skeleton.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { companySignIn } from '../session/company-sign-in.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { MemberCard } from './member-card.tsx';
import { MemberDialog } from './member-dialog.tsx';
import type { ListedMember } from './member-documents.ts';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { useMembers } from './use-members.ts';

export default function MembersPage() {
  const { id: projectId, canAdminister } = useProject();
  const { data: members, error, refetch, isFetching } = useMembers(projectId);
  const form = useFormAddress();
  const [toRemove, setToRemove] = useState<ListedMember>();
  const edited = members?.find(({ id }) => id === form.editedId);
  return (
    <>
      <PageHeader
        title={t`Members`}
        action={
          canAdminister && (
            <Button leftSection={<PlusIcon />} onClick={form.add}>
              <Trans>Add Member</Trans>
            </Button>
          )
        }
      >
        <Trans>People who manage this project with their company account.</Trans>
      </PageHeader>
      {!companySignIn && (
        <Alert color="yellow" variant="outline" icon={<AlertIcon />} mb="md">
          <Trans>
            Nobody can sign in with a company account yet: an operator has to configure the identity provider first.
          </Trans>
        </Alert>
      )}
      {error && !members ? (
        <Failure title={t`The members could not be loaded`} error={error} onRetry={refetch} isRetrying={isFetching} />
      ) : !members ? (
        <RowsSkeleton height={96} />
      ) : members.length === 0 ? (
        <Text c="dimmed" py="xl" ta="center">
          <Trans>This project has no members yet. Access keys work without them.</Trans>
        </Text>
      ) : (
        <PlainList label={t`Members`}>
          {members.map((member) => (
            <MemberCard
              key={member.id}
              member={member}
              onEdit={() => form.edit(member.id)}
              onRemove={() => setToRemove(member)}
            />
          ))}
        </PlainList>
      )}
      {canAdminister && (form.isAdding || edited) && (
        <MemberDialog key={edited?.id} member={edited} onClose={form.close} />
      )}
      {toRemove && <RemoveMemberDialog member={toRemove} onClose={() => setToRemove(undefined)} />}
    </>
  );
}
