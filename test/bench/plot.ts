import { LETTERS } from './operations.ts';
import { type Report, ratio, titleOf } from './report.ts';

const LEFT = 230;
const WIDTH = 560;
const BAR = 13;
const GAP = 22;
const TOP = 92;
const LEGEND_COLUMN = 205;
const COLORS: Record<string, string> = {
  ours: '#1c7ed6',
  'limit-pipelined': '#adb5bd',
  yoga: '#e8590c',
  'yoga-duties': '#ffa94d',
  apollo: '#9c36b5',
  mercurius: '#2f9e44',
  'mercurius-pipelined': '#82c91e',
  'mercurius-duties': '#087f5b',
  'mercurius-jit': '#5f3dc4',
  'mercurius-jit-pipelined': '#9775fa',
  postgraphile: '#f08c00',
};

const OTHER = '#868e96';

/** Bars for every contender's ratio to the limit, by operation; a line where the limit stands. Reads on light and on dark. */
export function toSvg({ results, users }: Report): string {
  const letters = LETTERS.filter((letter) => ratio(results, letter, 'ours') !== undefined);
  const contenders = [...new Map(results.map(({ contender, title }) => [contender, title]))].filter(
    ([name]) => name !== 'limit',
  );
  const ratios = letters.flatMap((letter) => contenders.map(([name]) => ratio(results, letter, name) ?? 0));
  const scale = WIDTH / Math.max(1, ...ratios);
  const group = contenders.length * BAR + GAP;
  const height = TOP + letters.length * group;
  const bars = letters.flatMap((letter, row) =>
    contenders.flatMap(([name], place) => {
      const value = ratio(results, letter, name);
      if (value === undefined) return [];
      const y = TOP + row * group + place * BAR;
      const fill = COLORS[name] ?? OTHER;
      return [
        `<rect x="${LEFT}" y="${y}" width="${(value * scale).toFixed(1)}" height="${BAR - 2}" fill="${fill}"/>`,
        `<text x="${(LEFT + value * scale + 4).toFixed(1)}" y="${y + 9}" font-size="10">${value.toFixed(2)}</text>`,
      ];
    }),
  );
  const titles = letters.map(
    (letter, row) =>
      `<text x="${LEFT - 10}" y="${TOP + row * group + (group - GAP) / 2 + 4}" text-anchor="end">${titleOf(letter)}</text>`,
  );
  const legend = contenders.map(([name, title], place) => {
    const x = 20 + (place % 4) * LEGEND_COLUMN;
    const y = 34 + Math.floor(place / 4) * 18;
    return (
      `<rect x="${x}" y="${y}" width="10" height="10" fill="${COLORS[name] ?? OTHER}"/>` +
      `<text x="${x + 15}" y="${y + 9}" font-size="11">${title}</text>`
    );
  });
  const limit = (LEFT + scale).toFixed(1);
  const total = LEFT + WIDTH + 60;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total} ${height}" font-family="system-ui, sans-serif" font-size="12">
<title>Requests per second beside peers</title>
<style>text { fill: #495057 } @media (prefers-color-scheme: dark) { text { fill: #ced4da } }</style>
<text x="20" y="20" font-size="14" font-weight="600">Requests per second, as a ratio to the plain limit (node:http + pg, no GraphQL), ${users.toLocaleString('en')} users</text>
${[...legend, ...titles, ...bars].join('\n')}
<line x1="${limit}" x2="${limit}" y1="${TOP - 10}" y2="${height - GAP / 2}" stroke="${OTHER}" stroke-dasharray="3 3"/>
<text x="${limit}" y="${TOP - 14}" text-anchor="middle" font-size="10">the limit</text>
</svg>
`;
}
