import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

// `npm run test:clients` runs them with the channels' own libraries.
const EXAMPLES = ['whatsapp-cloud-api', 'telegram-grammy', 'slack-bolt'].map((name) => ({
  name,
  source: readFileSync(new URL(`../clients/examples/${name}.ts`, import.meta.url), 'utf8'),
}));

test.each(EXAMPLES)("The package's README shows the example $name as it is tested", ({ source }) => {
  const readme = readFileSync(new URL('../../src/gateway/README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\n\`\`\`ts\n${source}\`\`\`\n`);
});

test.each(EXAMPLES)('The example $name has at most 15 lines beside imports, types and comments', ({ source }) => {
  const own = source.split('\n').filter((line) => /\w/.test(line) && !/^(?:import|type) |^ *\/[/*]/.test(line));
  expect(own.length).toBeLessThanOrEqual(15);
});
