/**
 * The rules of year-files.md as a reader meets them: by code, [what was expected, how to mend it]. Every figure and name comes
 * in as an argument; nothing here knows a measure.
 */
type Text = string;

export const RULES = {
  missingColumn: (name: Text) => [`缺少“${name}”这一列`, `请在首行加上列名“${name}”并填写`],
  unknownColumn: (known: Text) => [`没有这个列名`, `请改为以下列名之一，或删去该列：${known}`],
  duplicateColumn: (first: Text) => [`列名重复，${first} 列已是同名`, '同名的列请只留一列'],
  namelessColumn: () => ['有内容的列应有列名', '请在首行填写列名，或清空该列'],
  noRows: () => ['应至少有一名党员', '请从第 2 行起每行填写一人'],
  beyondHeader: () => ['超出了首行的列', '请清空该单元格，或检查本行是否多了一个分隔符'],

  required: (name: Text) => [`“${name}”必须填写`, '请补填'],
  error: () => ['应为实际内容，而不是出错的结果', '请改正并填写实际内容'],
  unreadable: () => [
    '含有看不见或无法识别的字符（以□标出）',
    '请删去后重新输入；csv 文件请另存为 UTF-8 或 GBK 编码',
  ],
  notText: () => ['应为文字', '请把该列设为文本格式后重新填写'],
  notNumberText: () => ['编号应为文字或不超过 15 位的整数', '请把“编号”列设为文本格式后重新填写'],
  fullWidth: (plain: Text) => ['编号应用半角字符', `请改为“${plain}”`],

  notDay: () => [
    '应为日历上有的日期，如 2026-03-05、2026/3/5、2026.3.5 或 2026年3月5日',
    '请按其中一种写法改正，或把单元格设为日期格式',
  ],
  notWholeDay: () => ['应为日期，不带时刻', '请去掉时刻，只留年月日，或按 2026-03-05 填成文本'],

  duplicateNumber: (row: number) => [`编号不得重复，第 ${row} 行已用`, '请核对后改正其中一个'],
  unknownType: (types: Text) => [`应为 ${types} 之一`, '请改为其中之一'],
  unknownExam: (answers: Text) => [`应为 ${answers} 之一，或空着`, '请改为其中之一'],
  joinedAfterYear: (year: number) => [
    `加入日期应不晚于 ${year} 年 12 月 31 日`,
    '当年尚未加入的，请从名册中删去；日期有误的请改正',
  ],
  leftBeforeYear: (year: number) => [
    `离开日期（不在本支部的第一天）应晚于 ${year} 年 1 月 1 日`,
    '当年已不在本支部的，请从名册中删去；日期有误的请改正',
  ],
  leftNotAfterJoined: (joined: Text) => [`离开日期应晚于加入日期 ${joined}`, '请核对两个日期'],
  fullLater: (year: number) => [
    `正式党员的转正日期应不晚于 ${year} 年 12 月 31 日`,
    '当年尚未转正的，请把“类型”改为 预备党员；日期有误的请改正',
  ],
  fullAlready: (year: number) => [
    `预备党员的转正日期应空着，或晚于 ${year} 年 12 月 31 日`,
    '已转正的，请把“类型”改为 正式党员；日期有误的请改正',
  ],
  examWithoutDay: () => ['党章考试合格的，应填考试日期', '请补填“党章考试日期”'],
  untilWithoutFrom: () => ['填了“免予至”的，应填“免予自”', '请补填“免予自”，或清空“免予至”'],
  fromNeedsRenewal: (year: number) => [
    `${year} 年以前开始的免予，应写明“免予至”`,
    `免予默认到当年年底为止；${year} 年继续免予的，请重新审批后填写新的“免予自”，原批准跨年的请补填“免予至”`,
  ],
  untilBeforeFrom: (from: Text) => [`免予至应不早于免予自 ${from}`, '请核对两个日期'],

  unknownNumber: () => ['名册里没有这个编号', '请核对编号，或先把此人列入名册'],
  lostZeros: (known: Text) => [
    `名册里的编号是文字“${known}”，这里少了前面的零`,
    `请把“编号”列设为文本格式，再填“${known}”`,
  ],
  outsideYear: (year: number) => [`日期应在 ${year} 年之内`, '请改正日期；属于其他年度的，请从本文件中删去'],
  notInBranch: (from: Text, until: Text) => [
    `日期应在此人属于本支部期间（${from} 起${until}）`,
    '请核对日期、编号，以及名册中的加入日期和离开日期',
  ],
  unknownItem: () => ['没有这个条款', '请填办法所列的条款编号，如任务填 task；编号见办法一览'],
  likelyItem: (item: Text) => ['没有这个条款', `是否想填“${item}”？请照此改正`],
  indicator: (instead: Text) => [
    '这是考察指标，不能单独记一笔',
    `请改填该类的扣分标准或酌情扣分，如 ${instead}`,
  ],
  notPeriod: (most: number, name: Text) => [`计入${name}应为 1 至 ${most} 的整数，或空着`, '请只填数字'],
  earlierPeriod: (own: number, name: Text) => [
    `计入${name}不得早于发生日期所在的第 ${own} ${name}`,
    `请改为 ${own} 或以后，或空着`,
  ],
  notAmount: () => [
    '分值应为不带正负号、至多两位小数的数，如 7.5',
    '请改正；是加是减由条款决定，不用写正负号',
  ],
  amountRange: (least: Text, most: Text) => [`分值应为 ${least} 至 ${most}`, '请改正分值'],
  amountAboveZero: (most: Text) => [`分值应大于 0，且不超过 ${most}`, '请改正分值'],
  amountMissing: (most: Text) => [`这一条款必须填写分值，不超过 ${most}`, '请补填分值'],
  amountNotItems: (amount: Text) => [`分值应空着，或等于办法所定的 ${amount}`, `请清空，或改为 ${amount}`],
  amountOfGround: () => ['不合格情形与分数无关，分值应空着', '请清空分值'],
  wordsMissing: (item: Text, name: Text) => [`条款 ${item} 应写明${name}`, `请补填“${name}”`],
  duplicateRow: (row: number) => [
    `与第 ${row} 行完全相同（编号、日期、条款、事由、事件、成果）`,
    '重复的请删去一行；确为两件事的，请在“事由”中写出区别',
  ],
} as const satisfies Record<string, (...args: never[]) => readonly [Text, Text]>;

export type RuleCode = keyof typeof RULES;
