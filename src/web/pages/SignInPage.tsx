/** 登录: a password or a one-time code, then the second factor, then whatever is still to be done. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Session } from '../../contract/session.ts';
import { api, sentenceOf, sessionQuery } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { ChangePassword } from '../parts/ChangePassword.tsx';
import { EnrolFactor } from '../parts/EnrolFactor.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { oidcWords } from '../words/oidc.ts';
import { words } from '../words.ts';

type Way = 'password' | 'code' | 'secondFactor' | 'recovery';

export function SignInPage() {
  useTitle(words.signIn);
  return (
    <>
      <h1>{words.signIn}</h1>
      <Loaded query={useQuery(sessionQuery)}>{(session) => <Step session={session} />}</Loaded>
    </>
  );
}

function Step({ session: { isSetUp, who, passwords, oidc } }: { readonly session: Session }) {
  const [way, setWay] = useState<Way>('password');
  if (!isSetUp)
    return (
      <p className="lead">
        {words.notSetUp}{' '}
        <Link to="/setup" className="inline-door">
          {words.toSetUp}
        </Link>
      </p>
    );
  if (who === null)
    return (
      <>
        <Entering way={way} setWay={setWay} rule={words.passwordRule[passwords]} />
        {oidc !== null && <Provider name={oidc} />}
      </>
    );
  const [next] = who.pending;
  if (next === undefined) return <Navigate to="/" replace />;
  if (next === 'changePassword')
    return (
      <>
        <Alert type="warning" title={words.mustChange} />
        <ChangePassword rule={words.passwordRule[passwords]} />
      </>
    );
  if (next === 'enrolSecondFactor')
    return (
      <>
        <Alert type="warning" title={words.mustEnrol} />
        <EnrolFactor />
      </>
    );
  return <Entering way="secondFactor" setWay={setWay} rule="" />;
}

/** To the organisation's own identity provider, which sends the browser back. */
function Provider({ name }: { readonly name: string }) {
  const go = useMutation({
    mutationFn: () => api.startOidc(),
    onSuccess: ({ location: address }) => location.assign(address),
  });
  const wasRefused = new URLSearchParams(location.search).has('refused');
  return (
    <section className="block" aria-live="polite">
      {wasRefused && <Alert type="error" title={oidcWords.refused} />}
      <Button loading={go.isPending} onClick={() => go.mutate()}>
        {oidcWords.signIn(name)}
      </Button>
      {go.isError && <Alert type="error" title={sentenceOf(go.error)} />}
    </section>
  );
}

type EnteringProps = {
  readonly way: Way;
  readonly setWay: (way: Way) => void;
  readonly rule: string;
};

function Entering({ way, setWay, rule }: EnteringProps) {
  const queries = useQueryClient();
  const go = async ({ next }: { readonly next: 'secondFactor' | 'done' }) => {
    if (next === 'secondFactor') return setWay('secondFactor');
    // what another person saw in this browser is not this person's
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await queries.invalidateQueries({ queryKey: ['session'] });
  };
  const username = { id: 'username', label: words.username, complete: 'username' } as const;
  if (way === 'password')
    return (
      <>
        <AskForm
          key={way}
          fields={[
            username,
            { id: 'password', label: words.password, secret: true, complete: 'current-password' },
          ]}
          act={words.signInAct}
          send={async (filled) => go(await api.signIn(filled))}
        />
        <Button onClick={() => setWay('code')}>{words.firstTime}</Button>
      </>
    );
  if (way === 'code')
    return (
      <>
        <p className="quiet">{rule}</p>
        <AskForm
          key={way}
          fields={[
            username,
            { id: 'code', label: words.code, complete: 'off' },
            { id: 'password', label: words.newPassword, secret: true, complete: 'new-password' },
          ]}
          act={words.redeemAct}
          send={async (filled) => go(await api.redeemCode(filled))}
        />
        <Button onClick={() => setWay('password')}>{words.withPassword}</Button>
      </>
    );
  const kind = way === 'recovery' ? 'recovery' : 'totp';
  return (
    <>
      <AskForm
        key={way}
        fields={[
          {
            id: 'code',
            label: way === 'recovery' ? words.recoveryCode : words.factorCode,
            complete: 'one-time-code',
          },
        ]}
        act={words.factorAct}
        send={async ({ code }) => go(await api.signInSecond({ kind, code }))}
      />
      <Button onClick={() => setWay(way === 'recovery' ? 'secondFactor' : 'recovery')}>
        {way === 'recovery' ? words.factorCode : words.useRecovery}
      </Button>
    </>
  );
}
