/** Sends one file as it is asked for by the contract, and tells how far it is: fetch cannot say that of what it sends. */
import type { EvidenceFile } from '../../contract/evidence.ts';
import { freshKey } from '../actKey.ts';
import { api } from '../api.ts';
import type { MatterAddress } from '../matter/queries.ts';
import { words } from '../words.ts';

export type Purpose = 'claim' | 'deduction';

/** Rejects with an Error whose message is the sentence to show. `told`: percent sent, whole numbers. */
export async function upload(
  { organisation, year, period, member }: MatterAddress,
  purpose: Purpose,
  file: File,
  told: (percent: number) => void,
): Promise<EvidenceFile> {
  const { token } = await api.session().catch(() => {
    throw new Error(words.offline);
  });
  const place = ['books', organisation, 'years', year, 'rounds', period, 'members', member];
  const address = `/api/${place.map(encodeURIComponent).join('/')}/${purpose}-evidence`;
  const { promise, resolve, reject } = Promise.withResolvers<EvidenceFile>();
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.setRequestHeader('idempotency-key', freshKey());
  request.setRequestHeader('x-jifen-token', token);
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    told(Math.floor((loaded * 100) / Math.max(1, total))),
  );
  request.addEventListener('error', () => reject(new Error(words.offline)));
  request.addEventListener('load', () => {
    const answer = answerIn(request.responseText);
    if (request.status === 200) resolve(answer as EvidenceFile);
    else reject(new Error((answer as { detail?: string }).detail ?? words.offline));
  });
  const form = new FormData();
  form.append('file', file);
  request.send(form);
  return promise;
}

function answerIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
