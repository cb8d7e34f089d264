/** Organisations, offices, accounts and the record of sign-ins. */
import { ADMINISTRATORS } from '../office/office.ts';
import type { AccessObject, PersonActor } from './actor.ts';
import { above, acts, administers, any, belongs, isOwn, type Rule } from './grant.ts';

const GIVING = {
  says: '书记、党委经办人由系统管理员登记，其他职务由书记授予；系统管理员、安全审计员由安全保密管理员授予，安全保密管理员由系统管理员授予；谁都不能授予或免去本人的职务（等保 三权分立）。',
  clause: null,
  may: mayGive,
  notSelf: true,
  beforeSetUp: true,
} as const satisfies Omit<Rule, 'does'>;

const ACCOUNTS = {
  says: '账号由安全保密管理员管理，本人的账号由另一名安全保密管理员管理（等保 三权分立）。',
  clause: null,
  may: administers('securityAdministrator'),
  notSelf: true,
} as const satisfies Omit<Rule, 'does'>;

export const PEOPLE = {
  foundOrganisation: {
    does: '建立组织的账册',
    says: '组织由系统管理员建立。',
    clause: null,
    may: administers('systemAdministrator'),
    beforeSetUp: true,
  },
  placeOrganisation: {
    does: '调整组织的隶属关系',
    says: '隶属关系由系统管理员调整。',
    clause: null,
    may: administers('systemAdministrator'),
    beforeSetUp: true,
  },
  enterPerson: {
    does: '登记任职人员',
    says: '任职人员由书记或系统管理员登记。',
    clause: null,
    may: any(acts('secretary'), administers('systemAdministrator')),
    beforeSetUp: true,
  },
  giveOffice: { does: '授予职务', ...GIVING },
  endOffice: { does: '免去职务', ...GIVING },
  readOffices: {
    does: '查看任职情况',
    says: '任职情况由本组织任职人员和党员、上级党组织和管理员查看。',
    clause: null,
    may: any(belongs, above('committeeOfficer', 'secretary'), administers(...ADMINISTRATORS)),
    beforeSetUp: true,
  },
  linkAccount: { does: '把账号与人员对应起来', ...ACCOUNTS, beforeSetUp: true },
  createAccount: { does: '建立账号', ...ACCOUNTS },
  resetAtDesk: { does: '当面重置密码', ...ACCOUNTS },
  bindSubject: { does: '绑定统一身份账号', ...ACCOUNTS },
  suspend: { does: '停用账号', ...ACCOUNTS },
  endSessions: { does: '结束他人的登录', ...ACCOUNTS },
  acknowledgeNotice: {
    does: '确认已阅个人信息处理告知书',
    says: '告知书由本人阅读和确认。',
    clause: null,
    may: isOwn,
  },
  readAudit: {
    does: '查看登录审计记录',
    says: '审计记录由安全审计员查看（等保 三权分立）。',
    clause: null,
    may: administers('auditAdministrator'),
  },
} as const satisfies Record<string, Rule>;

function mayGive(actor: PersonActor, object: AccessObject): boolean {
  switch (object.office) {
    case 'member':
      return false;
    case 'secretary':
    case 'committeeOfficer':
    case 'securityAdministrator':
      return administers('systemAdministrator')(actor, object);
    case 'systemAdministrator':
    case 'auditAdministrator':
      return administers('securityAdministrator')(actor, object);
    default:
      return acts('secretary')(actor, object);
  }
}
