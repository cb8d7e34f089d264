/** Starts serving: the example books when asked for, then sign-in and the pages; and ends in order. */
import { LOCAL_OPERATOR } from '../domain/access/actor.ts';
import { isRefusal } from '../domain/refusal.ts';
import { sendDigests } from '../service/digest/send.ts';
import { removeOldPapers } from '../service/oldPapers.ts';
import { openSweep } from '../service/sweep.ts';
import { refusalSentence } from '../service/views/refusalWords.ts';
import { sweepEvidence } from '../service/evidence/sweepEvidence.ts';
import { createApp } from './app.ts';
import { establishFirst } from './first.ts';
import { isLoopback } from './guard.ts';
import { ListenFault, type Listening, listen } from './listen.ts';
import { openOpening } from './opening.ts';
import type { Services } from './services.ts';

export type Wanted = {
  readonly host: string;
  readonly port: number;
  readonly example: boolean;
  /** `own`: TLS with a certificate this machine makes; `plain`: an intranet without it, chosen knowingly. */
  readonly wire?: 'own' | 'plain' | undefined;
  /** The address people type, when it is not host and port: behind a proxy, or listening on every address. */
  readonly origin?: string | undefined;
};

/** `said`: what must stand on the console, such as the set-up token. */
export type Started = Listening & { readonly said: readonly string[] };

/** The books are closed again when it cannot listen, or when the example may not be put into them. */
export async function start(services: Services, wanted: Wanted): Promise<Started> {
  const { people, world, looks } = services;
  const close = async () => {
    await looks.flush().catch((err: unknown) => services.log.error({ err }, 'looks could not be written'));
    await people.close();
    await world.store.close();
  };
  try {
    const isSetUp = await people.isSetUp();
    refuseExposure(wanted, isSetUp);
    if (wanted.example) await openExample(services, isSetUp);
    const certificate = wanted.wire === 'own' ? await services.certificate(wanted.host) : undefined;
    const listening = await listen(createApp(services), wanted, certificate);
    const said = await people.open(new URL(wanted.origin ?? listening.url).origin);
    await establishFirst(services, await people.opened());
    const stopSweeping = await startSweeping(services);
    return {
      url: listening.url,
      said:
        certificate === undefined ? said : [...said, `本机证书的指纹（SHA-256）：${certificate.fingerprint}`],
      stop: async () => {
        stopSweeping();
        await listening.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Until sign-in is set up, whoever reaches the pages may read everything; afterwards the wire has to be chosen. */
function refuseExposure({ host, wire, origin }: Wanted, isSetUp: boolean): void {
  if (isLoopback(host)) return;
  if (!isSetUp)
    throw new ListenFault(
      `HOST 设为 ${host}，会让别的电脑看到账册，而现在还没有登录验证，所以没有启动。请去掉 HOST，在本机打开 /setup 启用登录，再设 HOST。`,
    );
  if (wire === undefined)
    throw new ListenFault(
      `HOST 设为 ${host}，别的电脑会用到登录密码。请设 TLS=own（由本机生成证书），或确知在单位内网里而设 PLAIN_HTTP=1。`,
    );
  if (['0.0.0.0', '::'].includes(host) && origin === undefined)
    throw new ListenFault(
      `HOST 设为 ${host} 时，请用 ORIGIN 写明大家使用的网址，如 https://jifen.example:8170。`,
    );
}

async function openExample(services: Services, isSetUp: boolean): Promise<void> {
  if (isSetUp)
    throw new ListenFault(
      '这个数据目录已经启用登录，不能放入示例。要看示例，请另设数据目录：npm start -- --example --data 另一个目录。',
    );
  const opened = await openOpening(services).openExample(LOCAL_OPERATOR, services.world.newId());
  if (isRefusal(opened)) throw new ListenFault(refusalSentence(opened));
}

/** What must happen though nobody looks: lapsed codes, sessions, looks and papers go, and the day's digests are sent. */
async function startSweeping({ people, looks, log, world, evidence, robots }: Services): Promise<() => void> {
  const { sweep } = await people.opened();
  const told = (name: string, err: unknown) => log.error({ err, name }, 'sweep failed');
  const sweeping = openSweep(
    [
      { name: 'signIn', run: sweep },
      { name: 'looks', run: looks.sweep },
      { name: 'papers', run: () => removeOldPapers(world) },
      { name: 'evidence', run: async () => void (await sweepEvidence(world, evidence, world.now())) },
      { name: 'digests', run: () => sendDigests(world, robots, told) },
    ],
    { now: world.now, after },
    told,
  );
  return sweeping.start();
}

function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds).unref();
  return () => clearTimeout(timer);
}
