import { Fragment, type ReactNode } from 'react';
import { partsOfList } from '../language/format.ts';

/** Things in a sentence: “A, B and C”. */
export function Listed({ type, children }: { type: 'conjunction' | 'disjunction'; children: ReactNode[] }) {
  const places = children.map((_, place) => String(place));
  return partsOfList(type, places).map((part, place) => (
    <Fragment key={place}>{part.type === 'element' ? children[Number(part.value)] : part.value}</Fragment>
  ));
}
