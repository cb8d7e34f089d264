import type { YearHead } from '../../contract/wire.ts';
import { words } from '../words.ts';

/** Where a page's figures come from; the same line stands on every paper. */
export function Origin({ head: { policy, origin } }: { readonly head: YearHead }) {
  return (
    <footer className="origin">
      {words.from}：{origin} · 《{policy.title}》版本 {policy.version} · 摘要 {policy.sha256.slice(0, 12)}
    </footer>
  );
}
