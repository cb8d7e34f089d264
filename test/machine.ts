// Programs of this machine that some tests use; undefined when not installed. `npm test` installs them where it may.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function onPath(name: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

export const chromiumPath = () => process.env['CHROMIUM'] || onPath('chromium') || onPath('google-chrome');
export const sofficePath = () => onPath('soffice');
export const pdftoppmPath = () => onPath('pdftoppm');
export const pdftotextPath = () => onPath('pdftotext');
export const hasChineseFont = () =>
  (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
