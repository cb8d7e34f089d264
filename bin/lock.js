// A lock between processes of one checkout, for the minutes of an install or a build. Plain JavaScript.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const GIVEN_UP_AFTER_MS = 20 * 60_000;

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Removes a lock whose owner died. Renaming first: of two who find it dead, one gets it.
 * @param {string} path @param {string} owner the text found in it */
function bury(path, owner) {
  const grave = `${path}.${process.pid}`;
  try {
    renameSync(path, grave);
    // Between reading and renaming another process may have taken the lock anew: put that one back.
    if (readFileSync(grave, 'utf8') !== owner) linkSync(grave, path);
  } catch {
    // someone else buried it
  }
  rmSync(grave, { force: true });
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, `${process.pid} ${Date.now()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  try {
    const owner = readFileSync(path, 'utf8');
    const old = Date.now() - statSync(path).mtimeMs > GIVEN_UP_AFTER_MS;
    // An empty lock was created an instant ago and is being written.
    if (old || (owner !== '' && !alive(Number.parseInt(owner, 10)))) bury(path, owner);
  } catch {
    // released meanwhile
  }
  return false;
}

/**
 * Does the work while no other process does work under the same lock file; waits for its turn.
 * @template T
 * @param {string} path lock file @param {string} waiting said once when there is a wait
 * @param {() => T | Promise<T>} work @returns {Promise<T>}
 */
export async function oneAtATime(path, waiting, work) {
  let told = false;
  while (!take(path)) {
    if (!told) process.stderr.write(`${waiting}\n`);
    told = true;
    await wait(200);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
