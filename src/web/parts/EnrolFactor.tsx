/** Turns the second factor on: the password, the picture for the authenticator, its first code. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { words } from '../words.ts';
import { AskForm } from './AskForm.tsx';

type Given = { readonly picture: string; readonly recoveryCodes: readonly string[] };

export function EnrolFactor() {
  const queries = useQueryClient();
  const [given, setGiven] = useState<Given>();
  if (given === undefined)
    return (
      <AskForm
        key="password"
        fields={[
          { id: 'factorPassword', label: words.currentPassword, secret: true, complete: 'current-password' },
        ]}
        act={words.enrolAct}
        send={async ({ factorPassword }) => setGiven(await api.enrolFactor({ password: factorPassword }))}
      />
    );
  return (
    <>
      <p>{words.enrolHow}</p>
      <p>
        <img src={given.picture} alt={words.factorPicture} />
      </p>
      <h3>{words.recoveryCodes}</h3>
      <ul className="notes">
        {given.recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <AskForm
        key="code"
        fields={[{ id: 'code', label: words.factorCode, numeric: true, complete: 'one-time-code' }]}
        act={words.confirmAct}
        send={async (filled) => {
          await api.confirmFactor(filled);
          await queries.invalidateQueries();
        }}
      />
    </>
  );
}
