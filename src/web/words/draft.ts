/** Words of whatever keeps itself while it is written. */
export const draftWords = {
  saving: '正在保存草稿……',
  saved: '草稿已保存。',
  notSaved: '草稿没有存上，内容还在页面里：',
  takeTheirs: '用已保存的那一份',
  keepMine: '用我写的这一份',
};
