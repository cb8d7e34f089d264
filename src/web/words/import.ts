/** What the page of the two year files says of rows it left alone. */
export const importWords = {
  heldOwn: (count: number) =>
    `涉及您本人的 ${count} 行由核对人登记，没有登记也没有改动。请核对人（没有核对人的，由副手、书记或上级党组织）用同样的两个文件再导入一次。`,
  heldOthers: (count: number) =>
    `另有 ${count} 行不由您登记，没有登记也没有改动。请记分员用同样的两个文件导入。`,
  otherwise: (numbers: readonly string[]) => {
    const named = numbers.slice(0, 20).join('、');
    const all = numbers.length > 20 ? `${named}等 ${numbers.length} 人` : named;
    return `编号 ${all}：名册里的身份或免予参加与账上已作的决定不同，或没有经过审批，没有照名册登记，账上照旧。身份变动请在此人的名册页面登记，免予参加请本人申请、上级审批。`;
  },
  row: (number: string, item: string | null, day: string | null) =>
    item === null ? `编号 ${number}：名册里的这一行` : `编号 ${number}：${day ?? ''} ${item}`,
  more: (count: number) => `……还有 ${count} 行`,
};
