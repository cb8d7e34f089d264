/** Why a part of a roster is not registered with the rest of it. */
import type { WhyHeld } from '../rosterPlan.ts';

export const WHY_HELD: Readonly<Record<WhyHeld, string>> = {
  own: '这是您本人的身份或分管领导，须由别人登记。其他各项照常登记。',
  notDecider: '党员身份的变动由书记或支部委员按会议决定或文件登记（办法 2）。其他各项照常登记。',
  decided:
    '这一项已由会议决定、考试或上级审批记在账上，名册文件不能改动，账上照旧。确要变更的，请到此人的名册页面登记决定，免予参加的重新申请。其他各项照常登记。',
  leftBeforeJoined: '名册里的离开日期不晚于文件里的加入日期，两者矛盾。请核对后到此人的名册页面登记。',
  fullWithoutDay: '预备党员转正须写明转正日期。请在文件里加上“转正日期”，或到此人的名册页面登记转正。',
};

export const whyUnmatched = (leader: string, found: number) =>
  found === 0
    ? `“${leader}”没有担任分管领导的职务，只按文件印出姓名。请先在“组织和职务”页授予职务，再导入一次。`
    : `担任分管领导的有 ${found} 人叫“${leader}”，对应不上，只按文件印出姓名。请在文件里改填编号。`;
