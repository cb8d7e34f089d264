import type { YearHead } from '../../contract/wire.ts';
import type { BranchYear, Origin } from './branchYear.ts';

const SHORT = 12;
export const shortHash = (hash: string): string => hash.slice(0, SHORT);

/** What every page and paper says of where its figures come from. `organisationId` is the address of the books. */
export function yearHead(branch: BranchYear, organisationId: string): YearHead {
  const { policy, sha256 } = branch.version;
  return {
    organisation: { id: organisationId, name: branch.organisation },
    year: branch.year,
    example: branch.example,
    policy: { title: policy.title, version: policy.version, sha256 },
    origin: originWords(branch.origin),
  };
}

const originWords = (origin: Origin): string =>
  origin.from === 'books'
    ? `账册第 ${origin.seq} 笔 · ${shortHash(origin.hash)}`
    : `由文件计算 · 摘要 ${shortHash(origin.sha256)}`;
