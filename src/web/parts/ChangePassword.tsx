/** Changes one's own password; every other session ends. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { words } from '../words.ts';
import { AskForm } from './AskForm.tsx';

export function ChangePassword({ rule }: { readonly rule: string }) {
  const queries = useQueryClient();
  const [done, setDone] = useState(false);
  return (
    <>
      <p className="quiet">{rule}</p>
      <AskForm
        fields={[
          { id: 'current', label: words.currentPassword, secret: true, complete: 'current-password' },
          { id: 'next', label: words.newPassword, secret: true, complete: 'new-password' },
        ]}
        act={words.changePassword}
        emptied
        send={async (filled) => {
          await api.changePassword(filled);
          setDone(true);
          await queries.invalidateQueries();
        }}
      />
      <div aria-live="polite">{done && <Alert type="success" title={words.changed} />}</div>
    </>
  );
}
