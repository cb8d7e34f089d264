/** Listens on this machine, says where, and stops without cutting anybody off. */
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { App } from './app.ts';
import { isLoopback } from './guard.ts';

export type Listening = { readonly url: string; readonly stop: () => Promise<void> };

/** A fault of place whoever started the program must mend; the message is Chinese and says how. */
export class ListenFault extends Error {
  override readonly name = 'ListenFault';
}

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const FINISHING_MS = 10_000;

/** Refuses a host that is not this machine: until sign-in exists, whoever reaches the pages may read everything. */
export function listen(app: App, host: string, port: number): Promise<Listening> {
  if (!isLoopback(host))
    throw new ListenFault(
      `HOST 设为 ${host}，会让别的电脑看到账册，而现在还没有登录验证，所以没有启动。请去掉 HOST，或设为 127.0.0.1。`,
    );
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: 5_000 },
  }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(placeFault(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${name}:${bound}/`, stop: () => stop(server) });
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
