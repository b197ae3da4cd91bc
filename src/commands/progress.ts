import { SingleBar } from 'cli-progress';
import { printable } from './command-line.ts';

/** Tells how far a long command is: on a terminal by a bar for each stage, elsewhere by a line for each thing that it comes to. */
export function createProgress() {
  const isTerminal = process.stderr.isTTY;
  let bar: SingleBar | undefined;
  let stage = '';
  let current: string | undefined;
  let total = 0;
  let done = 0;
  return {
    begin(name: string, of: number): void {
      bar?.stop();
      [stage, current, total, done] = [name, undefined, of, 0];
      if (!isTerminal) {
        console.error(name);
        return;
      }
      bar = new SingleBar({ format: '{bar} {percentage}% | {stage} {current} | {eta_formatted} left' });
      bar.start(of, 0, { stage, current: '' });
    },
    advance(by: number, name = ''): void {
      const what = printable(name);
      done += by;
      if (!isTerminal && what !== current && what !== '') console.error(`${stage} ${what}`);
      current = what;
      // An estimate may be too low.
      if (done > total) bar?.setTotal(done);
      bar?.update(done, { current });
    },
    end(): void {
      bar?.stop();
    },
  };
}
