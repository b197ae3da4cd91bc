import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export type Image = {
  /** The folder of all stages; where the last one's root is, and its working directory. */
  home: string;
  root: string;
  directory: string;
  environment: Record<string, string>;
  command: string[];
  healthcheck: string[];
  user: string | undefined;
  stopSignal: NodeJS.Signals;
};

const ROOT = join(import.meta.dirname, '../..');

/**
 * Does what a Dockerfile says without Docker: each stage is a folder, and its commands run there with this Node and the machine's npm. It knows
 * the instructions that ours has, one to a line, and throws at others.
 */
export function buildImage(dockerfile: string): Image {
  const home = mkdtempSync(join(tmpdir(), 'users-management-image-'));
  chmodSync(home, 0o755);
  const stages = new Map<string, Image>();
  let image = emptyImage(home);
  for (const line of readFileSync(join(ROOT, dockerfile), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [instruction = '', rest = ''] = line.split(/ (.*)/s);
    const words = rest.split(' ');
    if (instruction === 'FROM') {
      if (words[0] !== `node:${process.version.slice(1).split('.')[0]}-slim`)
        throw new Error(`This is no ${words[0]}.`);
      image = emptyImage(home, words[2]);
      stages.set(words[2] ?? '', image);
    } else if (instruction === 'COPY') copy(image, words, stages);
    else if (instruction === 'RUN') run(image, rest);
    else follow(image, instruction, rest);
  }
  return image;
}

/** What a process of the image sees: this Node first, as in the image. */
export function environmentOf({ environment, root }: Image): Record<string, string> {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  return { ...environment, PATH: path, HOME: root, npm_config_cache: npmCache(), npm_config_prefer_offline: 'true' };
}

function emptyImage(home: string, stage = 'image'): Image {
  const root = join(home, stage);
  return {
    home,
    root,
    directory: root,
    environment: {},
    command: [],
    healthcheck: [],
    user: undefined,
    stopSignal: 'SIGTERM',
  };
}

function copy(image: Image, words: string[], stages: Map<string, Image>): void {
  const [, from] = /^--from=(.+)$/.exec(words[0] ?? '') ?? [];
  const source = from === undefined ? ROOT : stages.get(from)?.root;
  if (source === undefined) throw new Error(`There is no stage ${from}.`);
  const [paths, target = ''] = [words.slice(from === undefined ? 0 : 1, -1), words.at(-1)];
  if (from === undefined) refuseIgnored(paths);
  for (const path of paths) {
    const place = join(image.directory, target, target.endsWith('/') ? basename(path) : '');
    cpSync(join(source, path), place, { recursive: true });
  }
}

// What the ignore file leaves out is not there to copy.
function refuseIgnored(paths: string[]): void {
  const allowed = readFileSync(join(ROOT, 'deploy/Dockerfile.dockerignore'), 'utf8').split('\n');
  const ignored = paths.filter((path) => !allowed.includes(`!${path}`));
  if (ignored.length > 0) throw new Error(`Dockerfile.dockerignore leaves out ${ignored.join(', ')}.`);
}

function run(image: Image, command: string): void {
  execFileSync('/bin/sh', ['-c', command], { cwd: image.directory, env: environmentOf(image), stdio: 'inherit' });
}

function follow(image: Image, instruction: string, rest: string): void {
  if (instruction === 'WORKDIR') {
    image.directory = join(image.root, rest);
    mkdirSync(image.directory, { recursive: true });
  } else if (instruction === 'ENV')
    Object.assign(image.environment, Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))));
  else if (instruction === 'CMD') image.command = JSON.parse(rest);
  else if (instruction === 'HEALTHCHECK') image.healthcheck = JSON.parse(rest.slice(rest.indexOf('[')));
  else if (instruction === 'USER') image.user = rest;
  else if (instruction === 'STOPSIGNAL') image.stopSignal = rest as NodeJS.Signals;
  else if (instruction !== 'EXPOSE') throw new Error(`${instruction} is not known here.`);
}

function npmCache(): string {
  return execFileSync('npm', ['config', 'get', 'cache'], { cwd: tmpdir(), encoding: 'utf8' }).trim();
}
