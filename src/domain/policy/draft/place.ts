/** Where a finding of the lint belongs on the form: its file and path as the place of a change. */
import type { Finding } from '../lint/finding.ts';

/** 'base-items.yaml', 'categories[A2.1].standards[A2.1-1].text' → 'base-items/categories/A2.1/standards/A2.1-1/text'. */
export function placeOf({ file, path }: Pick<Finding, 'file' | 'path'>): string {
  const steps = [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, member, key]) => member ?? key ?? '');
  return [file.replace(/\.yaml$/, ''), ...steps].join('/');
}

/** What a warning is acknowledged by: where it is and what it says. */
export const findingName = ({ file, path, message }: Finding): string => `${file} ${path}：${message}`;
