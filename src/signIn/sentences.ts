/** What people read when sign-in refuses: what, and what to do. */
import type { Refusal } from '../domain/refusal.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  wrongNameOrPassword: '用户名或密码不正确。请检查后重试；忘记密码请到安全保密管理员处当面重置。',
  wrongCode: '验证码不正确或已用过。请等验证器显示下一个验证码后再试，或使用恢复码。',
  challengeLapsed: '验证已超时。请重新输入用户名和密码。',
  wrongDeskCode: '用户名或一次性开通码不正确，或开通码已过期、已用过。请到安全保密管理员处重新领取。',
  wait: '尝试次数过多，请在 {seconds} 秒后再试。',
  closed:
    '连续失败次数过多，已停止在新设备上登录。请在常用设备上登录后修改密码，或到安全保密管理员处当面重置。',
  suspended: '该账号已停用。如有疑问，请联系安全保密管理员。',
  notSignedIn: '您尚未登录，或登录已失效。请重新登录。',
  foreignOrigin: '该请求不是从本系统的页面发出的，未予执行。请从本系统的页面重新操作。',
  formTokenMissing: '页面已过期，未予执行。请刷新页面后重试。',
  passwordShort: '密码应不少于 {least} 个字符，现有 {has} 个。请加长。',
  passwordLong: '密码应不超过 {most} 个字符，现有 {has} 个。请缩短。',
  passwordPlain: '密码应包含大写字母、小写字母、数字、其他字符中的至少 {least} 类，现有 {has} 类。请补充。',
  passwordNamesOwner: '密码不能包含用户名或姓名。请另选一个。',
  passwordCommon: '该密码过于常见，容易被猜中。请另选一个，例如用几个不相干的词连成。',
  passwordUsedBefore: '该密码与最近 {history} 次用过的相同。请另选一个。',
  usernameTaken: '用户名“{username}”已有人使用。请另选一个。',
  usernameMalformed: '用户名应为 2 至 40 个汉字、字母、数字或 . _ - 。请修改。',
  nameMissing: '请填写姓名。',
  unknownAccount: '没有这个账号。请刷新名单后重试。',
  subjectTaken: '该统一身份账号已绑定到其他人。请核对后重试。',
  setupTokenWrong: '设置口令不正确或已用过。请查看启动时控制台显示的口令；若已完成设置，请直接登录。',
  setupSameName: '安全保密管理员和系统管理员必须是两个账号。请填写不同的用户名。',
  secondFactorOn: '两步验证已开启。如需更换设备，请先关闭再重新开启。',
  secondFactorDemanded: '您担任的职务要求两步验证，不能关闭。',
  oidcOff: '未配置统一身份认证。请用用户名和密码登录。',
  oidcUnbound: '该统一身份账号尚未绑定到本系统的账号，或认证未完成。请联系安全保密管理员绑定。',
};

/** The sentence of a refusal of this room; undefined when the refusal is another room's. */
export function sentenceOf({ code, params }: Refusal): string | undefined {
  return SENTENCES[code]?.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
