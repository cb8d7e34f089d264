/** What the page of the two year files says of rows it left alone. */
export const importWords = {
  heldOwn: (count: number) =>
    `涉及您本人的 ${count} 行由核对人登记，没有登记也没有改动。请核对人（没有核对人的，由副手、书记或上级党组织）用同样的两个文件再导入一次。`,
  heldOthers: (count: number) =>
    `另有 ${count} 行不由您登记，没有登记也没有改动。请记分员用同样的两个文件导入。`,
  row: (number: string, item: string | null, day: string | null) =>
    item === null ? `编号 ${number}：名册里的这一行` : `编号 ${number}：${day ?? ''} ${item}`,
  more: (count: number) => `……还有 ${count} 行`,
};
