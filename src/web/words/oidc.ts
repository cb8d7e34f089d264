/** Signing in through the organisation's own identity provider. */
export const oidcWords = {
  signIn: (name: string) => `用${name}登录`,
  refused:
    '没有登录成功：这个统一身份账号还没有绑定到本系统的账号，或者认证没有完成。请联系安全保密管理员绑定。',
  bind: '绑定统一身份账号',
  bindText: '绑定以后，这个人可以用统一身份认证登录。不会自动建立账号。',
  username: '要绑定的用户名',
  subject: '统一身份账号的编号',
  bindAct: '绑定',
};
