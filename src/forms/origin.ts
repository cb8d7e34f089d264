/** What every paper says of its own making: the measure's version, and the ledger head or the files' digest it was made from. */
import type { BranchYear } from '../service/views/branchYear.ts';
import type { PaperOrigin } from './paper.ts';

const SHORT = 12;
const short = (hash: string) => hash.slice(0, SHORT);

/** A QR code holds some two thousand bytes, and no half characters: the name is there for people, the hash for machines. */
const MOST_NAME = 40;
const coded = (name: string) => Array.from(name.toWellFormed()).slice(0, MOST_NAME).join('');

export function originOf({ version, origin, organisation, year }: BranchYear): PaperOrigin {
  const { policy, sha256 } = version;
  const book = `${coded(organisation)}:${year}`;
  const measure = `《${policy.title}》 版本 ${policy.version} · 摘要 ${short(sha256)}`;
  switch (origin.from) {
    case 'books':
      return {
        policy: measure,
        source: `账册第 ${origin.seq} 笔 · ${short(origin.hash)}`,
        short: `账册第 ${origin.seq} 笔 ${short(origin.hash)}`,
        code: `jifen:head:${book}:${origin.seq}:${origin.hash}`,
      };
    case 'files':
      return {
        policy: measure,
        source: `由文件计算 · 摘要 ${short(origin.sha256)}`,
        short: `由文件计算 ${short(origin.sha256)}`,
        code: `jifen:files:${book}:${origin.sha256}`,
      };
  }
}
