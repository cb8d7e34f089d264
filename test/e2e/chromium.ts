import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from '../machine.ts';

/** A browser that talks to nobody but the page under test, also in a container run as root. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Debian's Chromium; the caller closes it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath)
    throw new Error('找不到 Chromium：请运行 npm test（以 root）或 apt-get install chromium');
  // file names are Chinese: where the machine says no locale, Chromium takes none of them
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}
