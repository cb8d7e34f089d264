/** Today in China, as the day an act is of unless another is typed. */
export const todayInShanghai = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
