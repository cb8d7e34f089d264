/** Listens on this machine, says where, and stops without cutting anybody off. */
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { createServer } from 'node:https';
import type { App } from './headers.ts';
import type { Certificate } from '../signIn/certificate.ts';

export type Listening = { readonly url: string; readonly stop: () => Promise<void> };

/** A fault of place whoever started the program must mend; the message is Chinese and says how. */
export class ListenFault extends Error {
  override readonly name = 'ListenFault';
}

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const FINISHING_MS = 10_000;

type Where = { readonly host: string; readonly port: number };

/** With a certificate over TLS. Whether this host may be listened on, the caller has asked. */
export function listen(app: App, { host, port }: Where, certificate?: Certificate): Promise<Listening> {
  const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: 5_000 };
  const server = createAdaptorServer(
    certificate === undefined
      ? { fetch: app.fetch, serverOptions: limits }
      : {
          fetch: app.fetch,
          createServer,
          serverOptions: { ...limits, key: certificate.key, cert: certificate.cert },
        },
  ) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(placeFault(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `${certificate === undefined ? 'http' : 'https'}://${name}:${bound}/`,
        stop: () => stop(server),
      });
    });
  });
}

function placeFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ListenFault(
      `端口 ${port} 已被别的程序占用，没有启动。请关掉那个程序，或换一个端口：npm start -- --port ${port + 1}`,
    );
  if (error.code === 'EACCES')
    return new ListenFault(`没有权限使用端口 ${port}。请换一个 1024 以上的端口：npm start -- --port 8170`);
  if (error.code === 'EADDRNOTAVAIL')
    return new ListenFault(`本机没有地址 ${host}。请去掉 HOST，或设为 127.0.0.1。`);
  return error;
}

/** Takes no new request, lets running ones finish for ten seconds, then ends them. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(() => server.closeAllConnections(), FINISHING_MS);
    server.close(() => {
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}
