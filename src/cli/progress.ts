/** What a command is doing, on one line that replaces itself; silent when nobody watches. */
export type Progress = { readonly tell: (text: string) => void; readonly clear: () => void };

export function openProgress(stream: NodeJS.WriteStream): Progress {
  const write = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001B[2K${text}`);
  };
  return { tell: (text) => write(`${text} …`), clear: () => write('') };
}
