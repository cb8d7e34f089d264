/** 姓名遮盖: how names are shown above the organisation, and setting it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { RegisterList } from '../../contract/roster.ts';
import { api, sentenceOf } from '../api.ts';
import { rosterWords } from '../words/roster.ts';

type Shown = { readonly list: RegisterList };

export function Masking({ list: { organisation, names } }: Shown) {
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: () => api.maskNames({ organisation: organisation.id, masked: !names.masked }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section className="block" aria-labelledby="masking">
      <h2 id="masking">{rosterWords.masked}</h2>
      <p aria-live="polite">{names.masked ? rosterWords.maskedOn : rosterWords.maskedOff}</p>
      <Button loading={set.isPending} onClick={() => set.mutate()}>
        {names.masked ? rosterWords.maskOff : rosterWords.maskOn}
      </Button>
      {set.isError && <Alert type="error" title={sentenceOf(set.error)} />}
    </section>
  );
}
