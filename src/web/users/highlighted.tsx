import { Fragment } from 'react';
import type { UserSearchField } from '../generated/graphql.ts';
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
  const segments = matches.find((match) => match.field === field)?.segments;
  if (!segments) return <bdi>{value}</bdi>;
  return (
    <bdi>
      {segments.map(({ text, matched }, place) => {
        const key = `${place} ${text}`;
        return matched ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>;
      })}
    </bdi>
  );
}
