import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { type ESTree, parseSync, Visitor } from 'vite';

const ROOT = posix.join(import.meta.dirname, '../..');

const LANGUAGES = ['es', 'pt', 'ar', 'de'];

test('Every text of the page is in every catalog, and translated; npm run translate gathers them', async () => {
  const check = (...options: string[]) =>
    promisify(execFile)('node_modules/.bin/lingui', ['check', ...options, '--workers', '1'], { cwd: ROOT });
  expect((await check('sync', '--clean')).stdout).toContain('PASS');
  expect((await check('missing', '--mode', 'catalog')).stdout).toContain('PASS');
});

test('A translation has the placeholders of its English, and as many forms of a plural as its language has', () => {
  for (const language of LANGUAGES) {
    const entries = entriesOf(language);
    expect(entries.length).toBeGreaterThan(300);
    const placeholders = entries.filter(({ english, text }) => namesIn(english) !== namesIn(text));
    expect(placeholders).toEqual([]);
    // Of a million, for which Spanish and Portuguese have a form of their own, no sentence here tells.
    const forms = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.filter((form) => language === 'ar' || form !== 'many');
    const plurals = entries.filter(({ english }) => english.includes(', plural,'));
    expect(plurals.filter(({ text }) => !forms.every((form) => text.includes(`${form} {`)))).toEqual([]);
  }
});

test('No English stands bare in the page: what is read is in a Trans, a Plural or a t', () => {
  const bare = globSync('src/web/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['**/generated/**'] }).flatMap((file) =>
    bareTextsOf(file).map((text) => `${file}: ${text}`),
  );
  expect(bare).toEqual([]);
});

// As its translator sees it: a text, and what became of it, each on a line.
function entriesOf(language: string): { english: string; text: string }[] {
  const catalog = readFileSync(posix.join(ROOT, `src/web/locales/${language}.po`), 'utf8');
  return Array.from(catalog.matchAll(/^msgid (".+")\nmsgstr (".+")$/gm), ([, english = '', text = '']) => ({
    english: JSON.parse(english),
    text: JSON.parse(text),
  }));
}

function namesIn(text: string): string {
  const named = text.matchAll(/\{(\w+)(?=[},])|<(\w+)|(?:^|[^{])\b(zero|one|two|few|many|other) \{/g);
  return [...new Set(Array.from(named, ([, value, element]) => value ?? element).filter(Boolean))].sort().join();
}

// Names, and examples of what is typed.
const MAY_STAND = [
  'Users Management',
  'WhatsApp',
  'Telegram',
  'Slack',
  'umk_…',
  '@acme_bot',
  'user@example.com',
  'JavaScript',
  'curl',
];

// What somebody reads, or hears, as an attribute or in an object.
const SAID =
  /^(label|title|description|placeholder|error|empty|alt|aria-label|message|meaning|hint|\w+Label|\w+Title)$/;

function bareTextsOf(file: string): string[] {
  const { program } = parseSync(file, readFileSync(posix.join(ROOT, file), 'utf8'));
  const found: string[] = [];
  let macros = 0;
  const children = (nodes: ESTree.JSXChild[]) => {
    if (macros > 0) return;
    for (const node of nodes) {
      if (node.type === 'JSXText') found.push(node.value);
      if (node.type === 'JSXExpressionContainer') found.push(...literalsIn(node.expression));
    }
  };
  new Visitor({
    JSXElement(node) {
      if (isMacro(node)) macros += 1;
      children(node.children);
    },
    'JSXElement:exit'(node) {
      if (isMacro(node)) macros -= 1;
    },
    // With the context that tells a word from another that is spelled alike.
    CallExpression({ callee }) {
      if (isMessage(callee)) macros += 1;
    },
    'CallExpression:exit'({ callee }) {
      if (isMessage(callee)) macros -= 1;
    },
    JSXFragment: (node) => children(node.children),
    JSXAttribute({ name, value }) {
      if (!value || name.type !== 'JSXIdentifier' || !SAID.test(name.name)) return;
      found.push(...literalsIn(value.type === 'JSXExpressionContainer' ? value.expression : value));
    },
    Property({ key, value }) {
      if (macros === 0 && key.type === 'Identifier' && SAID.test(key.name)) found.push(...literalsIn(value));
    },
  }).visit(program);
  return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => isEnglish(text));
}

function isMacro({ openingElement: { name } }: ESTree.JSXElement): boolean {
  return name.type === 'JSXIdentifier' && (name.name === 'Trans' || name.name === 'Plural');
}

function isMessage(callee: ESTree.Expression): boolean {
  return callee.type === 'Identifier' && callee.name === 'msg';
}

// A text, and those of {isSo ? 'a text' : 'another'}, {isSo && 'a text'} and {`a text with ${values}`}.
function literalsIn(node: ESTree.Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.raw);
    case 'ConditionalExpression':
      return [...literalsIn(node.consequent), ...literalsIn(node.alternate)];
    case 'LogicalExpression':
      return [...literalsIn(node.left), ...literalsIn(node.right)];
    default:
      return [];
  }
}

function isEnglish(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !MAY_STAND.includes(text);
}
