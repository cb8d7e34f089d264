/** A statement over its member's page, with an address of its own. The browser's own dialog keeps focus and Esc. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { statementQuery } from '../api.ts';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { StatementBody } from './StatementBody.tsx';

export function StatementDialog() {
  const at = useParams({ from: '/branch/$organisation/$year/member/$member/statement/$figure' });
  const query = useQuery(statementQuery(at));
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = dialog.current;
    if (open !== null && !open.open) open.showModal();
    // Reading begins at the statement, not at its buttons.
    open?.focus();
    return () => open?.close();
  }, []);
  useEffect(() => {
    if (dialog.current !== null) dialog.current.scrollTop = 0;
  }, [at.figure]);
  const leave = () => {
    const { organisation, year, member } = at;
    void navigate({
      to: '/branch/$organisation/$year/member/$member',
      params: { organisation, year, member },
      resetScroll: false,
    });
  };
  return (
    <dialog
      ref={dialog}
      className="statement"
      tabIndex={-1}
      aria-label={words.statement}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <div className="statement-bar unprinted">
        <p className="statement-kind">{words.statement}</p>
        <Button onClick={() => print()}>{words.print}</Button>
        <Button onClick={leave}>{words.close}</Button>
      </div>
      <Loaded query={query}>{(data) => <StatementBody at={at} data={data} />}</Loaded>
    </dialog>
  );
}
