/** 账号: the desk of the security administrator, and the record of sign-ins for whoever audits them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { AUDIT_ACTS } from '../../contract/auditActs.ts';
import type { Account, AuditEntry, DeskCode } from '../../contract/desk.ts';
import { api, sentenceOf, sessionQuery } from '../api.ts';
import { instantText } from '../instant.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { BindSubject } from '../parts/BindSubject.tsx';
import { LookCounts } from '../parts/Looks.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { LongListing } from '../parts/LongListing.tsx';
import { OneTimeCode } from '../parts/OneTimeCode.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { longListingWords } from '../words/longListing.ts';

const accountsQuery = { queryKey: ['accounts'], queryFn: () => api.accounts() };

export function AccountsPage() {
  useTitle(words.accountsTitle);
  return (
    <>
      <h1>{words.accountsTitle}</h1>
      <Loaded query={useQuery(sessionQuery)}>
        {({ may }) => (
          <>
            {may.includes('createAccount') && <Desk />}
            {may.includes('readAudit') && <Audit />}
            {may.includes('readAudit') && <LookCounts />}
          </>
        )}
      </Loaded>
    </>
  );
}

type Given = { readonly name: string; readonly code: DeskCode };

function Desk() {
  const queries = useQueryClient();
  const [given, setGiven] = useState<Given>();
  const { data: session } = useQuery(sessionQuery);
  const refresh = () => queries.invalidateQueries({ queryKey: ['accounts'] });
  const act = useMutation({
    mutationFn: (work: () => Promise<Given | undefined>) => work(),
    onSuccess: (answer) => {
      setGiven(answer);
      return refresh();
    },
  });
  return (
    <>
      <p className="lead">{words.accountsIntro}</p>
      <section className="block" aria-labelledby="new">
        <h2 id="new">{words.newAccount}</h2>
        <AskForm
          fields={[
            { id: 'username', label: words.username, complete: 'off' },
            { id: 'name', label: words.name, complete: 'off' },
          ]}
          act={words.createAct}
          emptied
          send={async ({ username, name }) => {
            setGiven({ name, code: await api.createAccount({ username, name }) });
            await refresh();
          }}
        />
      </section>
      {session !== undefined && session.oidc !== null && <BindSubject />}
      <div aria-live="polite">
        {given !== undefined && <OneTimeCode name={given.name} given={given.code} />}
        {act.isError && <Alert type="error" title={sentenceOf(act.error)} />}
      </div>
      <Loaded query={useQuery(accountsQuery)}>
        {({ accounts }) => (
          <LongListing
            caption={words.accountList}
            columns={columnsWith((work) => act.mutate(work))}
            rows={accounts}
            rowKey={({ userId }) => userId}
            textOf={namesOf}
            search={longListingWords.accounts}
          />
        )}
      </Loaded>
    </>
  );
}

const namesOf = ({ name, username }: Account) => `${name} ${username}`;

type Do = (work: () => Promise<Given | undefined>) => void;

const columnsWith = (start: Do): Column<Account>[] => [
  { key: 'name', title: words.name, head: true, render: ({ name }) => name },
  { key: 'username', title: words.username, render: ({ username }) => username },
  {
    key: 'state',
    title: words.state,
    render: ({ suspended, hasPassword }) =>
      suspended ? words.suspended : hasPassword ? words.inUse : words.notOpened,
  },
  {
    key: 'acts',
    title: words.acts,
    wide: true,
    render: (account) => (account.own ? words.ownAccount : <Acts account={account} start={start} />),
  },
];

function Acts({
  account: { userId, name, suspended },
  start,
}: {
  readonly account: Account;
  readonly start: Do;
}) {
  const button = (label: string, work: () => Promise<Given | undefined>) => (
    <Button aria-label={`${label} ${name}`} onClick={() => start(work)}>
      {label}
    </Button>
  );
  const quietly = (work: Promise<unknown>) => work.then(() => undefined);
  return (
    <span className="acts">
      {button(words.resetAct, async () => ({
        name,
        code: await api.resetAtDesk({ userId, clearSecondFactor: true }),
      }))}
      {suspended
        ? button(words.resumeAct, () => quietly(api.resume({ userId })))
        : button(words.suspendAct, () => quietly(api.suspend({ userId })))}
      {button(words.endAllAct, () => quietly(api.endSessions({ userId })))}
    </span>
  );
}

const AUDIT: Column<AuditEntry>[] = [
  { key: 'at', title: words.auditWhen, head: true, render: ({ at }) => instantText(at) },
  { key: 'who', title: words.auditWho, render: ({ who }) => who || words.none },
  { key: 'act', title: words.auditAct, render: ({ act }) => AUDIT_ACTS[act] ?? act },
  {
    key: 'result',
    title: words.auditResult,
    render: ({ result }) => (result === 'done' ? words.auditDone : words.auditRefused),
  },
  { key: 'account', title: words.auditAccount, render: ({ account }) => account || words.none },
  { key: 'address', title: words.address, wide: true, render: ({ address }) => address },
];

function Audit() {
  const [before, setBefore] = useState<string>();
  const query = useQuery({
    queryKey: ['audit', before],
    queryFn: () => api.audit(before === undefined ? {} : { before }),
  });
  return (
    <section className="block" aria-labelledby="audit">
      <h2 id="audit">{words.auditTitle}</h2>
      <Loaded query={query}>
        {({ entries, more }) => (
          <>
            <Listing caption={words.auditTitle} columns={AUDIT} rows={entries} rowKey={({ id }) => id} />
            <p className="acts">
              {more && <Button onClick={() => setBefore(entries.at(-1)?.id)}>{words.auditOlder}</Button>}
              {before !== undefined && (
                <Button onClick={() => setBefore(undefined)}>{words.auditLatest}</Button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}
