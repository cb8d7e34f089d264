import { type ChildProcess, spawn } from 'node:child_process';
import { type Outcome, passedIf } from './outcome.ts';

let running: ChildProcess | undefined;
let stopped = false;

/** Ends the command under way; the ones after it are not started. Cleaning up still happens. */
export function stopRunning(): void {
  stopped = true;
  running?.kill('SIGTERM');
}

export const isStopped = () => stopped;

/** Runs a command with this terminal's output and without input; passes when it exits with 0. */
export function runCommand(file: string, args: string[], env = process.env): Promise<Outcome> {
  if (stopped) return Promise.resolve(passedIf(false));
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    running = child;
    child.on('error', reject);
    child.on('exit', (code) => resolve(passedIf(code === 0 && !stopped)));
  });
}
