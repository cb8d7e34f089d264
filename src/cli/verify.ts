/** jifen verify: recomputes chain, people, texts, views and scores from the first fact on, offline and reading only. */
import { Command, InvalidArgumentError } from 'commander';
import { type PrintedHead, parsePrintedHead } from '../domain/ledger/chain.ts';
import { type Verification, verify, type Verifying } from '../service/verify/verify.ts';
import { wrongSentence } from '../service/views/wrongWords.ts';

export type VerifyTools = {
  /** The books of that data folder, or of the one the surroundings name; reading only, beside a running server if need be. */
  readonly openReading: (
    dataDir: string | undefined,
  ) => Promise<Verifying & { readonly close: () => Promise<void> }>;
};

type VerifyOptions = {
  readonly json?: true;
  readonly head: readonly PrintedHead[];
  readonly data?: string;
};

export function verifyCommand(tools: VerifyTools): Command {
  return new Command('verify')
    .description('从第一笔起重算账链、人员资料、文字、视图和分数；有不符时指出第一处，退出码为 1')
    .option('--json', '把结果（JSON）打印到标准输出')
    .option(
      '--head <hash>',
      '先前印在纸上的账首摘要（至少 8 位，可写成 摘要@序号）；可以多次给出',
      (text: string, before: readonly PrintedHead[]) => [...before, parseHead(text)],
      [],
    )
    .option('--data <folder>', '数据目录；不写则用环境变量 DATA_DIR，再没有则用 ./data')
    .action((options: VerifyOptions) => run(tools, options));
}

function parseHead(text: string): PrintedHead {
  const head = parsePrintedHead(text);
  if (head === undefined) throw new InvalidArgumentError('应为至少 8 位十六进制的摘要，如 3fa94c01d2e7。');
  return head;
}

async function run(tools: VerifyTools, { json, head, data }: VerifyOptions): Promise<void> {
  const books = await tools.openReading(data);
  try {
    const result = await verify(books, head);
    if (json === true) console.log(JSON.stringify(result, null, 2));
    else tell(result, await namesIn(books), head.length);
    if (!result.sound) process.exitCode = 1;
  } finally {
    await books.close();
  }
}

async function namesIn({ store }: Verifying): Promise<Map<string, string>> {
  const organisations = await store.read((tx) => tx.organisations());
  return new Map(organisations.map(({ organisationId, name }) => [organisationId, name]));
}

function tell(
  { sound, facts, books, wrong }: Verification,
  names: ReadonlyMap<string, string>,
  heads: number,
): void {
  for (const one of wrong) console.log(wrongSentence(one));
  for (const { organisationId, book, seq, hash, algorithm } of books)
    console.log(`${names.get(organisationId) ?? organisationId} ${book}：第 ${seq} 笔，${algorithm} ${hash}`);
  if (!sound) console.log('核验未通过：以上各处与记录不符，请勿继续登记，先查明原因。');
  else if (heads > 0) console.log(`核验通过：共 ${facts} 笔，给出的 ${heads} 个账首都在账上。`);
  else
    console.log(
      `核验通过：共 ${facts} 笔。没有给出先前的账首时，整本重编和截去末尾看不出来；请用 --head 拿纸上印的账首来对。`,
    );
}
