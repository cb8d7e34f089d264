/** Says whose account somebody's identity at the organisation's own provider opens. */
import { api } from '../api.ts';
import { oidcWords } from '../words/oidc.ts';
import { AskForm } from './AskForm.tsx';

export function BindSubject() {
  return (
    <section className="block" aria-labelledby="bind">
      <h2 id="bind">{oidcWords.bind}</h2>
      <p>{oidcWords.bindText}</p>
      <AskForm
        fields={[
          { id: 'bindUsername', label: oidcWords.username, complete: 'off' },
          { id: 'subject', label: oidcWords.subject, complete: 'off' },
        ]}
        act={oidcWords.bindAct}
        emptied
        send={async ({ bindUsername, subject }) => {
          const { accounts } = await api.accounts();
          const wanted = bindUsername.trim().toLowerCase();
          const account = accounts.find((one) => one.username === wanted);
          await api.bindSubject({ userId: account?.userId ?? 'unknown', subject });
        }}
      />
    </section>
  );
}
