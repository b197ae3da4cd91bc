import { useEffect, useState } from 'react';

type NumberingPlans = typeof import('./numbering-plans.ts');

let loaded: NumberingPlans | undefined;

/** Every country's numbering plan; undefined until it is there. */
export function useNumberingPlans(): NumberingPlans | undefined {
  const [plans, setPlans] = useState(loaded);
  useEffect(() => {
    import('./numbering-plans.ts')
      .then((module) => {
        loaded = module;
        setPlans(module);
      })
      // Without them no country can be chosen and numbers are not grouped while typing, and that is all.
      .catch(() => {});
  }, []);
  return plans;
}
