/** Starts serving: the example books when asked for, then the pages; and ends in order. */
import { isRefusal } from '../domain/refusal.ts';
import { refusalSentence } from '../service/views/refusalWords.ts';
import { createApp } from './app.ts';
import { ListenFault, type Listening, listen } from './listen.ts';
import { openOpening } from './opening.ts';
import type { Services } from './services.ts';

export type Wanted = { readonly host: string; readonly port: number; readonly example: boolean };

/** The books are closed again when it cannot listen, or when the example may not be put into them. */
export async function start(services: Services, { host, port, example }: Wanted): Promise<Listening> {
  try {
    if (example) await openExample(services);
    const listening = await listen(createApp(services), host, port);
    return {
      url: listening.url,
      stop: async () => {
        await listening.stop();
        await services.world.store.close();
      },
    };
  } catch (error) {
    await services.world.store.close();
    throw error;
  }
}

async function openExample(services: Services): Promise<void> {
  const opened = await openOpening(services).openExample(services.world.newId());
  if (isRefusal(opened)) throw new ListenFault(refusalSentence(opened));
}
