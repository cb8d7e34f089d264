/** The scorekeeper's sheet of a quarter. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { Sheet } from '../../contract/roundSheet.ts';
import { Upheld } from '../appeal/Upheld.tsx';
import { api, sentenceOf } from '../api.ts';
import { KeptNote } from '../draft/KeptNote.tsx';
import { Pages } from '../parts/Narrowing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { type RoundAddress, sheetQuery } from '../round/queries.ts';
import { Deductions } from '../sheet/Deductions.tsx';
import { SheetMember } from '../sheet/SheetMember.tsx';
import { EMPTY, filledFromOwn, sentLine, type SheetLine, summed, type Values } from '../sheet/sheetValues.ts';
import { type SheetDraftState, useSheetDraft } from '../sheet/useSheetDraft.ts';
import { useSheetKeys, useSheetValues } from '../sheet/useSheetValues.ts';
import { sheetWords } from '../words/sheet.ts';

/** As many as the other lists: a grid page is as long as it is high. */
const ON_A_PAGE = 50;

export function SheetPage() {
  const at = useParams({ from: '/branch/$organisation/$year/rounds/$period/sheet' });
  const query = useQuery(sheetQuery(at));
  useTitle(query.data?.label ?? '', sheetWords.title);
  return (
    <>
      <h1>
        {query.data?.label} <span className="h1-more">{sheetWords.title}</span>
      </h1>
      <p>
        <Link to="/branch/$organisation/$year/rounds/$period" params={at} className="inline-door">
          {sheetWords.back}
        </Link>
      </p>
      <Loaded query={query}>{(sheet) => <SheetOf at={at} sheet={sheet} />}</Loaded>
    </>
  );
}

/** The scorekeeper's own: at this step, and for somebody else to fill in. */
const isAnothers = ({ isDue, mayAssess, assessor }: SheetLine) => isDue && !mayAssess && assessor !== null;

/** Not yet at this step, or past it. */
const isNotYet = (line: SheetLine) => !line.mayAssess && !isAnothers(line);

function SheetOf({ at, sheet }: { readonly at: RoundAddress; readonly sheet: Sheet }) {
  const grid = useSheetValues(sheet);
  const draft = useSheetDraft(at, sheet, grid.values);
  const keys = useSheetKeys(grid);
  const [every, setEvery] = useState(false);
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  const due = sheet.lines.filter(({ mayAssess }) => mayAssess);
  const wanted = typed.trim();
  const found = (every ? sheet.lines : due).filter(
    ({ member, number }) => wanted === '' || member.name.includes(wanted) || number.includes(wanted),
  );
  const here = Math.min(page, Math.max(1, Math.ceil(found.length / ON_A_PAGE)));
  const settle = (member: string, take: boolean) => {
    const theirs = draft.conflicts[member];
    if (take && theirs !== undefined) grid.put(member, theirs.typed);
    draft.settle(member);
  };
  return (
    <>
      <p className="lead">{sheetWords.lead}</p>
      {sheet.lines.filter(isAnothers).map(({ member, assessor }) => (
        <p key={member.id}>{sheetWords.ownLine(member.name, assessor ?? '')}</p>
      ))}
      <Upheld lines={sheet.lines} />
      <div className="sheet-tools">
        <HandIn at={at} due={due} values={grid.values} draft={draft} />
        <p className="acts">
          {due.length > 0 && (
            <Button onClick={() => grid.change((values) => filledFromOwn(due, values))}>
              {sheetWords.fromOwn}
            </Button>
          )}
          <Button onClick={grid.undo} disabled={grid.undo === undefined}>
            {sheetWords.undo}
          </Button>
          <Button onClick={() => setEvery(!every)}>{every ? sheetWords.showDue : sheetWords.showAll}</Button>
        </p>
        <p className="quiet">{sheetWords.keys}</p>
      </div>
      <search className="narrowing">
        <Input
          type="search"
          allowClear
          value={typed}
          placeholder={sheetWords.search}
          aria-label={sheetWords.search}
          onChange={({ target }) => setTyped(target.value)}
        />
        <output aria-live="polite">{sheetWords.waiting(sheet.lines.filter(isNotYet).length)}</output>
      </search>
      {found.length === 0 && <p className="empty">{sheetWords.none}</p>}
      <div className="sheet" {...keys}>
        {found.slice((here - 1) * ON_A_PAGE, here * ON_A_PAGE).map((line) => (
          <div key={line.member.id}>
            <SheetMember
              line={line}
              typed={grid.values[line.member.id] ?? EMPTY}
              put={grid.put}
              theirs={draft.conflicts[line.member.id]}
              settle={settle}
            />
            <Deductions at={at} sheet={sheet} line={line} />
          </div>
        ))}
      </div>
      <Pages total={found.length} page={here} go={setPage} />
    </>
  );
}

type HandInProps = {
  readonly at: RoundAddress;
  readonly due: readonly SheetLine[];
  readonly values: Values;
  readonly draft: SheetDraftState;
};

function HandIn({ at, due, values, draft: { state, between } }: HandInProps) {
  const queries = useQueryClient();
  const whole = due.filter((line) => summed(line, values[line.member.id] ?? EMPTY).faults === 0);
  const handing = useMutation({
    mutationFn: () =>
      between(async () => {
        const lines = whole.map((line) => sentLine(line, values[line.member.id] ?? EMPTY));
        await api.handInAssessments({ ...at, lines });
        await queries.invalidateQueries({ queryKey: ['rounds'] });
        return lines.length;
      }),
  });
  return (
    <>
      <p role="status">{sheetWords.progress(whole.length, due.length)}</p>
      <KeptNote state={state} />
      {whole.length > 0 && (
        <p>
          <Button type="primary" loading={handing.isPending} onClick={() => handing.mutate()}>
            {sheetWords.handIn(whole.length)}
          </Button>
        </p>
      )}
      <div aria-live="polite">
        {handing.isError && <Alert type="error" title={sentenceOf(handing.error)} />}
        {handing.isSuccess && <Alert type="success" title={sheetWords.handedIn(handing.data)} />}
      </div>
    </>
  );
}
