import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { formatNumber } from '../language/format.ts';
import { FilterChip } from '../parts/filter-chip.tsx';
import { Pager } from '../parts/pager.tsx';
import { Found } from './found.tsx';
import { PAGE_SIZES, type useListState } from './list-state.ts';
import type { UserConnection } from './user-list-documents.ts';
import classes from './users-foot.module.css';

/** How many there are, and the way to the others; always in sight. */
export function UsersFoot({
  users,
  isBusy,
  list: { state, goTo, setSize },
  children,
}: {
  users: UserConnection | undefined;
  isBusy: boolean;
  list: ReturnType<typeof useListState>;
  /** What stands above it while there is something to do with those who are ticked. */
  children: ReactNode;
}) {
  const isMore = users && users.totalCount > Math.min(...PAGE_SIZES);
  return (
    <div className={classes.foot}>
      {children}
      <div className={classes.line}>
        <Found users={isBusy ? undefined : users} state={state} />
        {isMore && (
          <div className={classes.size}>
            <FilterChip
              label={sizeInWords(state.size)}
              value={String(state.size)}
              isOn={false}
              choices={PAGE_SIZES.map((size) => ({ value: String(size), label: sizeInWords(size) }))}
              onChange={(size) => setSize(Number(size))}
            />
          </div>
        )}
        {users && (
          <Pager
            pageInfo={users.pageInfo}
            isFirst={!state.after && !state.before}
            isBusy={isBusy}
            page={state.page}
            onGo={goTo}
          />
        )}
      </div>
    </div>
  );
}

function sizeInWords(size: number): string {
  const number = formatNumber(size);
  return t`${number} a page`;
}
