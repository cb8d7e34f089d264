/** Words of assigning a member's leader in charge by hand. */
export const leaderWords = {
  assign: '登记分管领导',
  note: '从担任“分管领导”职务的人里选。登记以后，由这位领导对本人的目标任务签注意见；没有登记的，基本情况里的姓名只用于打印。',
  now: (name: string | null) => (name === null ? '现在没有登记分管领导。' : `现在登记的分管领导：${name}。`),
  noHolders: '现在没有别人担任分管领导。请先在“组织和职务”页登记任职人员、授予职务。',
  leader: '分管领导',
  nobody: '没有分管领导',
  record: '登记',
} as const;
