/** The draft at work: form by clause, summary beside it, lints as one types; the same engine looks again on the server. */
import { Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { DraftRules } from '../../contract/rules.ts';
import { addition } from '../../domain/policy/draft/additions.ts';
import { lookAt } from '../../domain/policy/draft/look.ts';
import { rulesWords } from '../words/rules.ts';
import { Adopting } from './Adopting.tsx';
import { ClauseGroup } from './ClauseGroup.tsx';
import { Keeping } from './Keeping.tsx';
import type { NamedFinding } from './Warnings.tsx';
import {
  formOf,
  type Group,
  groupsOf,
  narrowedGroups,
  placed,
  type PlacedFinding,
  type ShownThing,
  shownThings,
} from './groups.ts';
import { Summary } from './Summary.tsx';
import { anchorOf } from './ThingFields.tsx';
import { type Started, useDraft } from './useDraft.ts';

export function Workbench({ draft, started }: { readonly draft: DraftRules; readonly started: Started }) {
  const work = useDraft(started);
  const { documents, changes } = work;
  const [search, setSearch] = useState({ q: '', touched: false });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const looked = useDeferredValue(changes);
  const findings = useMemo(() => placed(lookAt(documents, looked).findings), [documents, looked]);
  const form = useMemo(() => formOf(documents), [documents]);
  const things = useMemo(() => shownThings(form, changes, findings), [form, changes, findings]);
  const groups = narrowedGroups(groupsOf(documents, form, things), search.q, search.touched);
  const key = (clause: string | null) => clause ?? '';
  const show = ({ clause, place }: ShownThing) => {
    setSearch({ q: '', touched: false });
    setOpen(new Set([...open, key(clause)]));
    requestAnimationFrame(() => document.getElementById(anchorOf(place))?.scrollIntoView());
  };
  const isOpen = ({ clause }: Group) => open.has(key(clause)) || search.q.trim() !== '' || search.touched;
  return (
    <>
      <Keeping work={work} form={form} />
      <div className="workbench">
        <Summary things={things} findings={findings} undo={work.undo} show={show} />
        <div>
          <search className="narrowing">
            <Input
              type="search"
              allowClear
              value={search.q}
              placeholder={rulesWords.searchClause}
              aria-label={rulesWords.searchClause}
              onChange={({ target }) => setSearch({ ...search, q: target.value })}
            />
            <Checkbox
              checked={search.touched}
              onChange={({ target }) => setSearch({ ...search, touched: target.checked })}
            >
              {rulesWords.onlyChanged}
            </Checkbox>
          </search>
          {groups.length === 0 && <p className="empty">{rulesWords.noMatch}</p>}
          {groups.map((group) => (
            <ClauseGroup
              key={key(group.clause)}
              group={group}
              isOpen={isOpen(group)}
              toggle={(wanted) => {
                const others = [...open].filter((one) => one !== key(group.clause));
                setOpen(new Set(wanted ? [...others, key(group.clause)] : others));
              }}
              add={(one) => work.change(addition(documents, changes, one))}
              change={work.change}
              undo={work.undo}
            />
          ))}
        </div>
      </div>
      {draft.abilities.includes('adoptRules') && (
        <Adopting
          draft={draft}
          version={work.kept.version}
          isSaved={work.kept.isSaved}
          findings={named(things, findings)}
        />
      )}
    </>
  );
}

const named = (things: readonly ShownThing[], findings: readonly PlacedFinding[]): NamedFinding[] =>
  findings.map((one) => {
    const thing = things.find((shown) => shown.findings.includes(one));
    return { ...one, thing: thing === undefined ? '' : `${thing.name}，` };
  });
