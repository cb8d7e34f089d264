/** 公示 and whoever reads it: the whole list of what may be done outside sign-in. */
import { above, any, belongs, type Rule } from './grant.ts';

export const PUBLIC_NOTICE = {
  readPublicNotice: {
    does: '查看公示',
    says: '公示由本单位的人登录后查看；没有账号的，凭公示的网址查看，或者在办公网络里查看。',
    clause: 'An1.6',
    may: any(belongs, above('committeeOfficer')),
    onNotice: true,
  },
  raiseObjection: {
    does: '提出异议',
    says: '异议由看得到公示的人提出，没有账号也可以。',
    clause: 'An1.6',
    may: belongs,
    onNotice: true,
  },
} as const satisfies Record<string, Rule>;
