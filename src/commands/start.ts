import { spawn } from 'node:child_process';
import cluster from 'node:cluster';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

// What `npm start` runs: builds the page if need be, then is the service. One program from the first moment on, in npm's shell's stead, so
// that a signal to npm ends whatever is under way.
if (cluster.isPrimary) await buildPage();
// graphql-js looks for copies of itself at every step unless told so, before it is loaded.
process.env.NODE_ENV ??= 'production';
await import('../main.ts');

// In a process of its own: the build makes code from strings, which the service forbids itself.
async function buildPage(): Promise<void> {
  const build = spawn(process.execPath, [fileURLToPath(new URL('build-page.ts', import.meta.url))], {
    stdio: 'inherit',
  });
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    if (build.exitCode === null && build.signalCode === null) build.kill();
    // Once the service listens to signals, it ends by itself.
    else if (process.listenerCount('SIGTERM') === 1) process.exit(0);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const [code] = await once(build, 'exit');
  if (isStopped) process.exit(0);
  if (code !== 0) process.exit(1);
}
