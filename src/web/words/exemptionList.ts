/** Words of the list of exemptions. */
export const exemptionListWords = {
  list: '免予参加',
  listIntro: '各份申请办到哪一步、等谁办。理由不在这里显示，点姓名进去，有权查看的人才看得到（办法第二条）。',
  parts: { open: '正在办理', running: '免予期内', closed: '已办结' },
  emptyParts: {
    open: '没有正在办理的申请。党员从“我的账号”提出申请后，会出现在这里。',
    running: '现在没有在免予期内的党员。',
    closed: '还没有办结的申请。',
  },
  member: '党员',
  branch: '所在支部',
  next: '办到哪一步',
  since: '自',
  mine: '您可以',
  clause: '依据',
  clauseText: '办法第二条',
  nothing: '—',
  more: (rest: number) => `再显示（还有 ${rest} 份）`,
} as const;
