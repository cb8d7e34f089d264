/** The books: what is written into them, and who looks at them. */
import {
  above,
  acts,
  actsInAnyMatter,
  administers,
  any,
  belongs,
  holds,
  isOwn,
  READERS,
  type Rule,
} from './grant.ts';

const POSTING = {
  says: '积分由记分员登记；记分员本人的积分由核对人登记；不能履职时由副手、书记或上级党组织代行。',
  clause: 'An1.2',
  may: acts('scorekeeper'),
  notSelf: true,
  beforeSetUp: true,
} as const satisfies Omit<Rule, 'does'>;

export const BOOKS = {
  openYear: {
    does: '开立一个年度的账册',
    says: '年度由书记或记分员开立。',
    clause: 'An1.1',
    may: any(acts('secretary'), acts('scorekeeper')),
    beforeSetUp: true,
  },
  importYear: {
    does: '把名册和一年的记录登记入账',
    says: '名册和记录由记分员登记入账，记分员本人的由核对人登记入账。',
    clause: 'An1.2',
    may: actsInAnyMatter('scorekeeper'),
    beforeSetUp: true,
  },
  postEntry: { does: '登记一笔积分', ...POSTING },
  reverseEntry: { does: '冲正一笔积分', ...POSTING },
  readBooks: {
    does: '查看组织的账册',
    says: '账册由本支部书记、副书记、支部委员、记分员、核对人、积分考核领导小组成员和上级党委经办人查看。',
    clause: null,
    may: any(holds(...READERS), above('committeeOfficer')),
    beforeSetUp: true,
  },
  readOverview: {
    does: '查看组织的概况',
    says: '概况由本组织管理积分的人和党委经办人、上级党委经办人查看，只有数字，没有姓名。',
    clause: '3.3.2',
    may: any(holds(...READERS, 'committeeOfficer'), above('committeeOfficer')),
    beforeSetUp: true,
  },
  readOwnYear: {
    does: '查看这名党员的积分',
    says: '党员的积分由本人查看；管理本支部积分的人从账册查看。',
    clause: null,
    may: isOwn,
  },
  readMeasure: {
    does: '查看积分制管理办法',
    says: '办法由本组织的党员和任职人员、上级党委经办人查看。',
    clause: null,
    may: any(belongs, above('committeeOfficer')),
    beforeSetUp: true,
  },
  verifyBooks: {
    does: '核对账册',
    says: '账册由能查看账册的人和安全审计员核对。',
    clause: null,
    may: any(holds(...READERS), above('committeeOfficer'), administers('auditAdministrator')),
    beforeSetUp: true,
  },
} as const satisfies Record<string, Rule>;
