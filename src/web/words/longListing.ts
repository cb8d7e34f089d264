export const longListingWords = {
  accounts: '按姓名或用户名查找',
  people: '按姓名或编号查找',
  offices: '按职务或姓名查找',
  none: '没有符合条件的。请改一改查找的内容。',
  found: (count: number) => `${count} 条`,
};
