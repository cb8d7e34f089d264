import type { Item, Policy } from '../policy.ts';

/** What a second look finds in a policy that its schemas let pass. An error forbids its use, a warning asks for a look. */
export type Finding = {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly path: string;
  /** In Chinese: what is the matter, what was expected. */
  readonly message: string;
};

export type Rule = (policy: Policy) => Finding[];

export const error = (file: string, path: string, message: string): Finding => ({
  severity: 'error',
  file,
  path,
  message,
});

export const warning = (file: string, path: string, message: string): Finding => ({
  severity: 'warning',
  file,
  path,
  message,
});

/** Where an item stands in its file. */
export function placeOf(item: Item): { readonly file: string; readonly path: string } {
  switch (item.group) {
    case 'bonus':
      return { file: 'bonuses.yaml', path: `items[${item.id}]` };
    case 'common':
      return { file: 'deductions.yaml', path: `items[${item.id}]` };
    case 'standard':
      return { file: 'base-items.yaml', path: `categories[${item.category}].standards[${item.id}]` };
    case 'discretionary':
      return { file: 'base-items.yaml', path: `categories[${item.category}].discretionary` };
    case 'task':
      return { file: 'policy.yaml', path: `kinds[${item.kind}].item` };
  }
}
