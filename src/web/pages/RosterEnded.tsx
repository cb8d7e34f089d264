/** How a roster's way into the register ended: what was registered, or that nothing was. */
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { api } from '../api.ts';
import { rosterWords } from '../words/roster.ts';

type Imported = Awaited<ReturnType<typeof api.importRoster>>;
export type Ended = Imported | 'discarded';

/** What a part of the page calls once something was done: the roster is asked for anew. */
export type GoOn = (how?: Ended) => Promise<void>;

export function EndedNote({ organisation, ended }: { readonly organisation: string; readonly ended: Ended }) {
  if (ended === 'discarded') return <Alert type="info" title={rosterWords.discarded} />;
  const { registered, amended, led, held, leftOut } = ended;
  return (
    <Alert
      type="success"
      title={rosterWords.done}
      description={
        <>
          <p>{rosterWords.doneText(registered, amended, led)}</p>
          {held > 0 && <p>{rosterWords.doneHeld(held)}</p>}
          {leftOut > 0 && <p>{rosterWords.doneLeftOut(leftOut)}</p>}
          <Link to="/organisation/$organisation/register" params={{ organisation }} className="inline-door">
            {rosterWords.toRegister}
          </Link>
        </>
      }
    />
  );
}
