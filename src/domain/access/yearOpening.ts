/** Opening the year: the rules adopted, the plans agreed, the scorekeeper elected. */
import { above, acts, any, concerns, holds, isOwn, leads, looksAfter, READERS, type Rule } from './grant.ts';

export const YEAR_OPENING = {
  draftRules: {
    does: '拟订积分评定细则',
    says: '细则由书记、支部委员或记分员拟订。',
    clause: 'An1.1',
    may: any(acts('secretary'), acts('scorekeeper'), holds('committeeMember')),
    beforeSetUp: true,
  },
  adoptRules: {
    does: '按会议决定通过积分评定细则',
    says: '细则经支部会议通过后由书记登记。',
    clause: 'An1.1',
    may: acts('secretary'),
    beforeSetUp: true,
  },
  rehearseRules: {
    does: '用上年账册预演细则',
    says: '预演由能查看本支部账册的人进行。',
    clause: 'An1.1',
    may: any(holds(...READERS), above('committeeOfficer')),
    beforeSetUp: true,
  },
  readPlan: {
    does: '查看目标任务',
    says: '目标任务由本人、本人的分管领导和党小组负责人、能查看账册的人查看。',
    clause: '3.2',
    may: any(isOwn, holds(...READERS), looksAfter, above('committeeOfficer')),
  },
  proposePlan: {
    does: '拟定目标任务',
    says: '目标任务由本人（承诺事项）、本人的分管领导、书记、支部委员或记分员拟定。',
    clause: '3.2',
    may: any(isOwn, acts('secretary'), acts('scorekeeper'), holds('committeeMember'), leads),
  },
  agreePlan: {
    does: '以本人名义认可目标任务',
    says: '目标任务由党员本人认可，纸面认可的由书记或记分员代为登记。',
    clause: '3.2',
    may: any(isOwn, acts('secretary'), acts('scorekeeper')),
  },
  agreePlanAsLeader: {
    does: '以分管领导名义认可目标任务',
    says: '目标任务由该党员的分管领导认可，没有分管领导、分管领导逾期未表态或涉及其本人的由副手、书记或上级党组织认可。',
    clause: '3.2',
    may: leads,
    notSelf: true,
  },
  approvePlan: {
    does: '批准目标任务',
    says: '目标任务经支部研究后由书记登记批准，书记本人的由副书记或上级党组织批准。',
    clause: '3.2',
    may: acts('secretary'),
    notSelf: true,
  },
  importMarks: {
    does: '导入单位绩效考核结果',
    says: '绩效考核结果由记分员导入。',
    clause: 'An1.1',
    may: acts('scorekeeper'),
  },
  recordElection: {
    does: '登记记分员推选结果',
    says: '推选结果由书记登记；书记是候选人时由副书记或上级党组织登记。',
    clause: 'An1.2',
    may: acts('secretary'),
    notSelf: true,
    beforeSetUp: true,
  },
  confirmHandover: {
    does: '确认记分工作的移交',
    says: '移交由原记分员和新记分员各自确认，或由书记凭签名的移交单登记。',
    clause: 'An1.2',
    may: any(concerns, acts('secretary')),
    beforeSetUp: true,
  },
  recordAbsence: {
    does: '登记请假和代行',
    says: '请假由书记登记，书记本人的由副书记或上级党组织登记。',
    clause: null,
    may: acts('secretary'),
    notSelf: true,
  },
} as const satisfies Record<string, Rule>;
