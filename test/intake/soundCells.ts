/** Of a roster and a year's records: what is no free text. A column that is not named here is free, and a test fills it as it likes. */
export const SOUND: Readonly<Record<string, string>> = {
  类型: '正式党员',
  加入日期: '2010-05-01',
  出生日期: '1980-05-01',
  入党日期: '2009-05-01',
  转正日期: '2010-05-01',
  离开日期: '',
  免予自: '2026-01-01',
  免予至: '2026-12-31',
  党章考试: '合格',
  党章考试日期: '2026-01-05',
  日期: '2026-02-01',
  条款: '3.4.1-4',
  计入季度: '',
  分值: '',
};
