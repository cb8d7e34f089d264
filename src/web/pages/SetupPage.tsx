/** 启用登录: the set-up token makes the first two administrators; from then on everybody signs in. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeskCode } from '../../contract/desk.ts';
import { api } from '../api.ts';
import { type Asked, AskForm } from '../parts/AskForm.tsx';
import { OneTimeCode } from '../parts/OneTimeCode.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { words } from '../words.ts';

type Field =
  | 'token'
  | 'securityUsername'
  | 'securityName'
  | 'securityPassword'
  | 'systemUsername'
  | 'systemName';

const FIELDS: readonly Asked<Field>[] = [
  { id: 'token', label: words.setUpToken, complete: 'off' },
  { id: 'securityUsername', label: words.securityUsername, complete: 'username' },
  { id: 'securityName', label: words.securityName, complete: 'off' },
  { id: 'securityPassword', label: words.securityPassword, secret: true, complete: 'new-password' },
  { id: 'systemUsername', label: words.systemUsername, complete: 'off' },
  { id: 'systemName', label: words.systemName, complete: 'off' },
];

export function SetupPage() {
  useTitle(words.setUpTitle);
  const queries = useQueryClient();
  const [given, setGiven] = useState<{ readonly name: string; readonly code: DeskCode }>();
  const send = async (filled: Readonly<Record<Field, string>>) => {
    const code = await api.setUp({
      token: filled.token,
      securityAdministrator: {
        username: filled.securityUsername,
        name: filled.securityName,
        password: filled.securityPassword,
      },
      systemAdministrator: { username: filled.systemUsername, name: filled.systemName },
    });
    setGiven({ name: filled.systemName, code });
    await queries.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <>
      <h1>{words.setUpTitle}</h1>
      {given === undefined ? (
        <>
          <p className="lead">{words.setUpIntro}</p>
          <p className="quiet">{words.passwordRule.dengbao}</p>
          <AskForm fields={FIELDS} act={words.setUpAct} send={send} />
        </>
      ) : (
        <section className="block" aria-live="polite">
          <p className="lead">{words.setUpDone}</p>
          <OneTimeCode name={given.name} given={given.code} />
          <p>
            <Link to="/sign-in" className="inline-door">
              {words.signIn}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}
