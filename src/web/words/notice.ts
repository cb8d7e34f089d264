/** Words of the public notices inside the unit. */
export const noticeWords = {
  title: '公示',
  lead: '本组织正在公示的党员积分，姓名是全名。登录以外的人凭网址或二维码查看，姓名按规定遮盖；公示期满，网址和二维码都打不开了。',
  none: '现在没有公示。书记批准公示以后，这里就有；期满的到各季度的页面里查。',
  days: (from: string, until: string, left: number) =>
    `公示时间：${from} 至 ${until}，${left === 0 ? '今天是最后一天' : `还有 ${left} 个工作日`}`,
  scope: (scope: string) => `公示范围：${scope}`,
  receiver: (receiver: string) => `异议受理人：${receiver}`,
  number: '序号',
  name: '姓名',
  points: '积分',
  note: '备注',
  people: (count: number) => `${count} 人`,
  link: '公示网址（不登录也能看，发给职工、群众和服务对象）',
  copy: '复制网址',
  copied: '已复制',
  open: '打开公示网页',
  poster: '打印公示海报（带二维码）',
  board: (address: string) => `在办公网络里不用链接，也可以从 ${address} 看到正在公示的。`,
  asDrafted: '将要张贴的内容，逐字如下。公示只有序号、姓名、积分和备注。',
} as const;
