import { Fragment } from 'react';
import type { UserSearchField } from '../generated/graphql.ts';
import { Breakable } from '../parts/email-address.tsx';
import type { UserEdge } from './user-list-documents.ts';

/** A value with the parts that were searched for in yellow, as the API cut it. */
export function Highlighted({
  value,
  field,
  matches,
}: {
  value: string;
  field: UserSearchField;
  matches: UserEdge['matches'];
}) {
  const segments = segmentsOf(matches, field);
  if (!segments) return <bdi>{value}</bdi>;
  return (
    <bdi>
      {segments.map(({ text, matched }, place) => {
        const key = `${place} ${text}`;
        const shown = field === 'EMAIL' ? <Breakable text={text} /> : text;
        return matched ? <mark key={key}>{shown}</mark> : <Fragment key={key}>{shown}</Fragment>;
      })}
    </bdi>
  );
}

/** Whether the search was found in this field: then all of it is shown, for what was found may stand at its end. */
export function isFound(matches: UserEdge['matches'], field: UserSearchField): boolean {
  return segmentsOf(matches, field) !== undefined;
}

function segmentsOf(matches: UserEdge['matches'], field: UserSearchField) {
  return matches.find((match) => match.field === field)?.segments;
}
