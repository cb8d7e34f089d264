/** Why an appeal cannot be lodged or answered: the sentences. */
import type { Refusal } from '../../domain/refusal.ts';

export const APPEAL_REFUSALS: Readonly<Record<string, (params: Refusal['params']) => string>> = {
  appealNotNow: () =>
    '现在还不能申诉：可以申诉的是已登记的本季积分，或已作出的异议答复。登记以前有不同意见的，请向支部说明，或在公示期内提出异议。',
  appealOpen: () => '这一季已有一件申诉等上级党组织答复，不能再提一件。请等答复以后再提。',
  appealNowhere: () =>
    '账册里没有可以答复的上级党组织：本支部还没有挂到上级之下，或者上级还没有经办人和书记。请系统管理员先登记；等不及的，请直接向上级党组织书面提出。',
  appealUnknown: () => '这件申诉不存在或已答复。请刷新页面。',
};
