/**
 * With how many cases a property is tried: few, and always the same, unless more are asked for:
 * npm run jest -- histories.test --globals '{"runs": 500}' tries five hundred, other ones each time; with a "seed" beside it, those of
 * a run before.
 */
export function cases(numRuns: number, seed: number): { numRuns: number; seed?: number | undefined } {
  const asked: { runs?: number; seed?: number } = globalThis as object;
  return asked.runs === undefined ? { numRuns, seed } : { numRuns: asked.runs, seed: asked.seed };
}
