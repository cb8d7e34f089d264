/** Words of 依据材料, and of the page where supplying bodies enter findings. */
export const evidenceWords = {
  files: '依据材料',
  /** What the browser offers to pick; the server looks at the content. */
  kinds:
    'PDF、图片、Word（.docx）、Excel（.xlsx），每份不超过 20 MB；手机可以直接拍照。图片里的拍摄地点等信息会自动去掉。',
  pick: '添加材料',
  sending: (name: string, percent: number) =>
    percent < 100 ? `正在上传“${name}”：${percent}%` : `“${name}”已传到，正在检查……`,
  progress: '上传进度',
  about: (kind: string, size: string, by: string, on: string) =>
    [kind, size, by === '' ? '' : `${by}上传`, on].filter(Boolean).join('，'),
  warning: '请留意：',
  hidden: (count: number) => `另有 ${count} 份材料，只由少数需要的人查看。`,
  remove: '删去',
  removeNamed: (name: string) => `删去 ${name}`,
  title: '提供扣分依据',
  lead: (bodies: string) =>
    `以“${bodies}”的名义提出。提出后由系统送达本人，本人可以在期限内答复，最后由支部评议决定。`,
  noRound: '现在没有可以提出的一轮：积分工作还没有开始，或者都已评议。',
  round: '哪一轮',
  member: '党员',
  item: '条款',
  fixed: '每次扣',
  amount: (most: string) => `拟扣分值（不超过 ${most}）`,
  day: '发生日期',
  reason: '认定的事实',
  document: '认定文件的文号',
  supplier: '提供单位',
  incident: '同一事件（可不填；同一人同一事件只扣最大的一笔）',
  findingNote: '这一条须附书面认定文件：依法信访、举报、申诉和传闻都不得作为扣分理由（读法 G40）。',
  findingLacking: '请上传书面认定文件',
  propose: '提出并送达本人',
  proposed: (until: string) => `已提出并送达本人，本人可以在 ${until} 前答复。`,
  own: '我提出的',
  none: '还没有提出过。',
  withdraw: '撤回',
  withdrawWhy: '撤回的原因',
  badAmount: '请写成不超过上限的数字，如 1.5',
} as const;
