/** Words of deputies, absences, accounts undone and places changed. */
export const officeWords = {
  deputies: '指定副手',
  deputiesNote: '副手在本职空缺、请假或需要回避时代行；由本职自己指定的副手，随本职一并回避。',
  principal: '为哪一职务',
  deputy: '副手',
  deputyAct: '指定',
  absence: '登记请假',
  absenceNote: '请假期间由副手代行；没有副手的由书记、上级党组织依次代行，页面会写明由谁代行。',
  awayFrom: '请假自（年-月-日）',
  awayUntil: '请假至（年-月-日，未定的不填）',
  awayReason: '请假事由',
  absenceAct: '登记请假',
  back: '登记销假',
  backOn: '自何日起恢复履职（年-月-日）',
  backAct: '登记销假',
  unlink: '解除账号与人员的对应',
  unlinkNote: '解除后，这个账号不再担任这里的职务，本人已有的登录随即结束；记录保留。',
  unlinkAct: '解除',
  place: '调整隶属关系',
  placeNote: '调整后，新的上级党组织随即可以按职务查看和代行，原上级不再可以；以前的记录不变。',
  above: '上级党组织（没有的不选）',
  placeAct: '调整',
} as const;

export const awayWords = ({ from, until }: { readonly from: string; readonly until: string | null }) =>
  until === null ? `${from} 起请假` : `${from} 至 ${until} 请假`;
