/** npm start: opens the books and serves the pages on this machine. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { speakChinese } from '../cli/speakChinese.ts';
import { mendable, openServices, placeOf } from '../compose.ts';
import { ListenFault } from '../server/listen.ts';
import { start } from '../server/start.ts';

const DEFAULT_PORT = 8170;

type Options = { readonly example?: true; readonly data?: string; readonly port: number };

function parsePort(text: string): number {
  // PORT= in an environment file means: not set.
  if (text === '') return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number.parseInt(text, 10) : -1;
  if (port < 0 || port > 65_535) throw new InvalidArgumentError('端口应为 0 到 65535 的整数，如 8170。');
  return port;
}

async function serve({ example, data, port }: Options): Promise<void> {
  const { HOST, ORIGIN, TLS, PLAIN_HTTP } = process.env;
  const wanted = {
    host: HOST || '127.0.0.1',
    port,
    example: example === true,
    wire: TLS === 'own' ? ('own' as const) : PLAIN_HTTP === '1' ? ('plain' as const) : undefined,
    origin: ORIGIN || undefined,
  };
  const services = await openServices(placeOf(data));
  const { url, stop, said } = await start(services, wanted);
  console.log(`积分账册已打开。请在本机浏览器里访问：${url}\n要停止，请在这个窗口按 Ctrl+C。`);
  for (const line of said) console.log(line);
  const end = () => void stop().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, end);
}

const program = new Command('npm start --')
  .description('打开账册，在本机的浏览器里看：年度积分、说明单、办法和表格')
  .option('--example', '直接打开示例支部（数据目录里没有正式账册时）')
  .option('--data <folder>', '数据目录；不写则用环境变量 DATA_DIR，再没有则用 ./data')
  .addOption(
    new Option('--port <port>', '端口；不写则用环境变量 PORT')
      .env('PORT')
      .default(DEFAULT_PORT)
      .argParser(parsePort),
  )
  .action(async (options: Options) => {
    try {
      await serve(options);
    } catch (error) {
      const sentence = error instanceof ListenFault ? error.message : mendable(error);
      if (sentence === undefined) throw error;
      console.error(sentence);
      process.exit(1);
    }
  });

await speakChinese(program).parseAsync();
