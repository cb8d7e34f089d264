/** The cast of the demonstration books: three organisations, every office, and a name to sign in with for each. All of it is invented. */
import type { OfficeKind } from '../../domain/office/office.ts';
import type { MemberType } from '../../domain/member/member.ts';

export const COMMITTEE_NAME = '清江县财政局党委（示例）';
export const SMALL_BRANCH_NAME = '清江县城关财政所支部（示例）';
/** Its rounds are there to be looked at: the year's earlier ones filed, the present one with somebody in every state. */
export const TOWN_BRANCH_NAME = '清江县乡镇财政所联合支部（示例）';

/** Where somebody stands: on the example's roster, in the small branch, or entered to hold an office. */
export type CastPlace = 'committee' | 'branch' | 'smallBranch' | 'townBranch';

export type Held = {
  readonly office: OfficeKind;
  readonly scope?: string;
  /** Number of the person whose deputy this is, in the same office. */
  readonly deputyOf?: string;
};

export type CastMember = {
  readonly place: CastPlace;
  readonly number: string;
  readonly name: string;
  /** Null: on no roster, entered to hold an office. */
  readonly type: MemberType | null;
  readonly username: string | null;
  readonly held: readonly Held[];
};

const of =
  (place: CastPlace, type: MemberType | null) =>
  (number: string, name: string, username: string | null, ...held: Held[]): CastMember => ({
    place,
    number,
    name,
    type,
    username,
    held,
  });
const above = of('committee', null);
const member = of('branch', 'full');
const small = of('smallBranch', 'full');
const town = of('townBranch', 'full');

/** Those of the branch are on the example's roster under these numbers. */
export const CAST: readonly CastMember[] = [
  above('W01', '高建平', 'gaojianping', { office: 'secretary' }),
  above('W02', '钱卫民', 'qianweimin', { office: 'committeeOfficer' }),
  member('001', '张建国', 'zhangjianguo', { office: 'leaderInCharge' }, { office: 'leadingGroupMember' }),
  member('002', '李梅', 'limei', { office: 'secretary' }, { office: 'leaderInCharge' }),
  member('003', '王强', 'wangqiang', { office: 'deputySecretary' }, { office: 'leaderInCharge' }),
  member('004', '赵敏', 'zhaomin', { office: 'leaderInCharge' }, { office: 'leadingGroupMember' }),
  member('005', '陈志远', 'chenzhiyuan', { office: 'leaderInCharge' }),
  member('006', '马文静', 'mawenjing', { office: 'committeeMember' }),
  member('007', '韩立新', 'hanlixin', { office: 'groupLeader', scope: '第一党小组' }),
  member('008', '徐晓燕', 'xuxiaoyan', { office: 'scorekeeper' }),
  member('011', '刘洋', 'liuyang', { office: 'committeeMember' }),
  member('012', '孙丽', 'sunli', { office: 'checker' }),
  member('014', '吴㙦', 'wuyun', { office: 'groupLeader', scope: '第二党小组' }),
  member('015', '郑𠮷', 'zhengji', { office: 'scorekeeper', deputyOf: '008' }),
  member('024', '黄秀兰', 'huangxiulan', { office: 'committeeMember' }),
  member('026', '宋佳怡', 'songjiayi', { office: 'groupLeader', scope: '第三党小组' }),
  member('028', '卢春生', 'luchunsheng'),
  member('009', '沈国栋', 'shenguodong'),
  of('branch', 'probationary')('031', '龚丽娜', 'gonglina'),
  of('branch', 'applicant')('034', '江子涵', 'jiangzihan'),
  of('branch', null)('J01', '方静', 'fangjing', { office: 'evidenceBody', scope: '纪检' }),
  small('001', '马建军', 'majianjun', { office: 'secretary' }, { office: 'scorekeeper' }),
  small('002', '古丽娜尔·阿布都拉', 'gulinaer', { office: 'checker' }),
  small('003', '何佳', 'hejia', { office: 'leaderInCharge' }),
  town('001', '田玉兰', 'tianyulan', { office: 'secretary' }),
  town('002', '范志坚', 'fanzhijian', { office: 'deputySecretary' }),
  town('003', '龙飞燕', 'longfeiyan', { office: 'scorekeeper' }),
  town('004', '杜明', 'duming', { office: 'checker' }),
  town('005', '贺兰英', 'helanying', { office: 'committeeMember' }),
  town('006', '尹志刚', 'yinzhigang', { office: 'committeeMember' }),
  town('007', '覃晓玲', 'qinxiaoling'),
  town('008', '武建华', 'wujianhua'),
  ...['戴敏', '钟国庆', '汪洋', '侯勇', '邵丽', '熊伟', '热娜·吐尔逊', '毛春梅'].map((name, index) =>
    town(String(index + 9).padStart(3, '0'), name, null),
  ),
  of('townBranch', null)(
    'L01',
    '万国栋',
    'wanguodong',
    { office: 'leaderInCharge' },
    { office: 'leadingGroupMember' },
  ),
];

/** 三员, who hold no other office. */
export const DEMO_ADMINISTRATORS = {
  security: { username: 'baomi', name: '秦岚' },
  system: { username: 'xitong', name: '林晓东' },
  audit: { username: 'shenji', name: '魏然' },
} as const;
