import { plural, t } from '@lingui/core/macro';
import { type Filters, NO_FILTERS } from './list-state.ts';

/** The silences, in days, that a list can be narrowed by. */
export const SILENCES = [30, 90, 180];

/** The questions of a regular audit, each a set of filters. */
export function reviewPresets(production: string | undefined): { label: string; filters: Filters }[] {
  return [
    ...SILENCES.map((days) => ({ label: silentFor(days), filters: { ...NO_FILTERS, seen: String(days) } })),
    { label: t`Never seen`, filters: { ...NO_FILTERS, seen: 'never' } },
    { label: t`Access ends within 30 days`, filters: { ...NO_FILTERS, expires: '30' } },
    ...(production
      ? [
          {
            label: t`In Production without having written`,
            filters: { ...NO_FILTERS, environment: production, seen: 'never' },
          },
        ]
      : []),
  ];
}

export function silentFor(days: number): string {
  return t`Silent for ${plural(days, { one: '# day', other: '# days' })}`;
}
