/** Who does what in the branch whose rounds the demonstration shows. */
import { CAST } from './cast.ts';

const TOWN = CAST.filter(({ place, type }) => place === 'townBranch' && type !== null);

export const TOWN_MEMBERS: readonly string[] = TOWN.map(({ name }) => name);
/** Those who can sign in. */
export const TOWN_ACCOUNTS: readonly string[] = TOWN.flatMap(({ name, username }) =>
  username === null ? [] : [name],
);

export const COMMITTEE_SEATS = ['田玉兰', '范志坚', '贺兰英', '尹志刚'] as const;

export const OFFICE = {
  secretary: '田玉兰',
  deputy: '范志坚',
  scorekeeper: '龙飞燕',
  checker: '杜明',
  leader: '万国栋',
  /** 保密审查. */
  checksNotice: '范志坚',
  /** Away whenever the committee sits. */
  absent: '尹志刚',
  /** Takes objections. */
  receiver: '贺兰英',
  officer: '钱卫民',
} as const;
