/** Words of the frame around an organisation's pages. */
export const organisationWords = {
  overview: '本组织',
  years: '年度账册',
  noYears: '还没有开立年度。',
  offices: '任职情况',
  register: '党员名册',
  roster: '导入名册',
  joining: '新增党员',
  exemptions: '免予参加',
  pages: '本组织的页面',
  levelUnder: (level: string, above: string) => `${level}，隶属于${above}`,
} as const;
