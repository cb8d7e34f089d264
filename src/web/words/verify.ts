/** Verifying the books of one organisation. */
export const verifyWords = {
  ofOrganisation: (name: string) => `核验${name}的账册`,
  how: '核验把这个组织的全部记录、名册和分数从头重算一遍；填入先前印出的摘要，还能看出这几本账里还有没有那一笔。',
};
