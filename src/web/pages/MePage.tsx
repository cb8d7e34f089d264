/** 我的账号: own years, offices, password, second factor, and where one is signed in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { Session } from '../../contract/session.ts';
import { api, sentenceOf, sessionQuery } from '../api.ts';
import { instantText } from '../instant.ts';
import { OwnRounds } from '../matter/OwnRounds.tsx';
import { AskForm } from '../parts/AskForm.tsx';
import { ChangePassword } from '../parts/ChangePassword.tsx';
import { OwnData } from '../parts/OwnData.tsx';
import { Looks } from '../parts/Looks.tsx';
import { EnrolFactor } from '../parts/EnrolFactor.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { exemptionWords } from '../words/exemption.ts';
import { planWords } from '../words/plan.ts';

type Who = NonNullable<Session['who']>;
const sessionsQuery = { queryKey: ['ownSessions'], queryFn: () => api.ownSessions() };

export function MePage() {
  useTitle(words.meTitle);
  return (
    <>
      <h1>{words.meTitle}</h1>
      <Loaded query={useQuery(sessionQuery)}>
        {({ who, passwords }) =>
          who === null ? (
            <p className="lead">{words.notSetUp}</p>
          ) : (
            <>
              <p className="lead">
                {who.name}（{who.username}）
              </p>
              <Own who={who} />
              <section className="block" aria-labelledby="password">
                <h2 id="password">{words.changePassword}</h2>
                <ChangePassword rule={words.passwordRule[passwords]} />
              </section>
              <Sessions />
              <Looks />
              <OwnData />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Own({ who: { own, offices } }: { readonly who: Who }) {
  return (
    <>
      {own.length > 0 && (
        <section className="block" aria-labelledby="own">
          <h2 id="own">{words.ownYears}</h2>
          <ul className="files">
            {own.flatMap(({ organisation, member, years }) =>
              years.map((year) => (
                <li key={`${organisation.id} ${year}`}>
                  <Link
                    to="/branch/$organisation/$year/member/$member"
                    params={{ organisation: organisation.id, year: String(year), member }}
                  >
                    {organisation.name} {words.yearLabel(year)}
                  </Link>
                  <Link
                    to="/branch/$organisation/$year/plans/$member"
                    params={{ organisation: organisation.id, year: String(year), member }}
                  >
                    {words.yearLabel(year)}
                    {planWords.toPlan}
                  </Link>
                </li>
              )),
            )}
          </ul>
        </section>
      )}
      <OwnRounds />
      <OwnExemptions own={own} />
      <section className="block" aria-labelledby="offices">
        <h2 id="offices">{words.myOffices}</h2>
        {offices.length === 0 && <p>{words.noOffices}</p>}
        <ul className="notes">
          {offices.map(({ organisation, office, scope }) => (
            <li key={`${organisation.id} ${office.id} ${scope ?? ''}`}>
              {[organisation.name, office.name, scope].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function OwnExemptions({ own }: Pick<Who, 'own'>) {
  if (own.length === 0) return null;
  return (
    <section className="block" aria-labelledby="exemptions">
      <h2 id="exemptions">{exemptionWords.title}</h2>
      <p>{exemptionWords.doorIntro}</p>
      <ul className="files">
        {own.map(({ organisation, member }) => (
          <li key={organisation.id}>
            <Link
              to="/organisation/$organisation/exemption/$member"
              params={{ organisation: organisation.id, member }}
            >
              {exemptionWords.door(organisation.name)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sessions() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries();
  const end = useMutation({
    mutationFn: (which: 'others' | { sessionId: string }) => api.revokeSessions({ which }),
    onSuccess: refresh,
  });
  return (
    <Loaded query={useQuery(sessionsQuery)}>
      {({ sessions, hasSecondFactor }) => (
        <>
          <section className="block" aria-labelledby="factor">
            <h2 id="factor">{words.secondFactor}</h2>
            <p>{hasSecondFactor ? words.factorOn : words.factorOff}</p>
            {hasSecondFactor ? (
              <AskForm
                fields={[
                  {
                    id: 'dropPassword',
                    label: words.currentPassword,
                    secret: true,
                    complete: 'current-password',
                  },
                ]}
                act={words.dropAct}
                send={async ({ dropPassword }) => {
                  await api.dropFactor({ password: dropPassword });
                  await refresh();
                }}
              />
            ) : (
              <EnrolFactor />
            )}
          </section>
          <section className="block" aria-labelledby="sessions">
            <h2 id="sessions">{words.sessions}</h2>
            <ul className="sessions">
              {sessions.map(({ sessionId, current, startedAt, lastSeenAt, address, userAgent }) => (
                <li key={sessionId}>
                  <p>
                    {current && <strong>{words.thisSession} </strong>}
                    {words.started} {instantText(startedAt)}，{words.lastSeen} {instantText(lastSeenAt)}，
                    {words.address} {address}
                  </p>
                  <p className="quiet">{userAgent}</p>
                  {!current && <Button onClick={() => end.mutate({ sessionId })}>{words.endSession}</Button>}
                </li>
              ))}
            </ul>
            {sessions.length > 1 && <Button onClick={() => end.mutate('others')}>{words.endOthers}</Button>}
            <div aria-live="polite">
              {end.isError && <Alert type="error" title={sentenceOf(end.error)} />}
            </div>
          </section>
        </>
      )}
    </Loaded>
  );
}
