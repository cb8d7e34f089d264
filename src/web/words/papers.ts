/** What the papers of a round are called on pages. */
export const paperWords = {
  application: '下载积分申请表',
  blank: '空白申请表',
  notice: '下载公示',
  noticeResult: '下载公示结果情况说明',
  bulletin: '下载通报',
  minutes: '下载会议记录',
  meetingPackage: '下载评议材料',
  summary: '下载汇总一览表',
} as const;
