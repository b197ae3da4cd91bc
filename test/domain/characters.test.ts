import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trimInvisible } from '../../src/domain/values/characters.ts';

test('trimming takes what cannot be seen from both ends and nothing else', () => {
  const invisible = [
    '\u200B',
    '\u202A',
    '\u202C',
    '\uFEFF',
    '\u00AD',
    ' ',
    '\n',
    '\u0007',
    '\uFE0F',
    '\u2800',
    '\u{E0020}',
  ];
  const visible = ['a', '@', '.', 'é', '李', '😀', '½'];
  const run = (units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 6 });
  fc.assert(
    fc.property(
      run(invisible),
      run(visible),
      run([...visible, ...invisible]),
      run(visible),
      run(invisible),
      (...parts) => {
        const [before, first, between, last, after] = parts;
        const middle = first && last ? first + between + last : first + last;
        expect(trimInvisible(before + middle + after)).toBe(middle);
      },
    ),
    { numRuns: 2000 },
  );
});
