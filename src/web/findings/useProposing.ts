/** A finding as it is typed, what it lacks, and sending it. Nothing typed is lost on an error. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Findings } from '../../contract/findings.ts';
import { formatPoints, parsePoints } from '../../domain/points.ts';
import { api } from '../api.ts';
import { useBrought } from '../evidence/useBrought.ts';
import { words } from '../words.ts';
import { evidenceWords } from '../words/evidence.ts';
import { findingsQuery } from './queries.ts';

const BLANK = {
  member: '',
  item: '',
  amount: '',
  day: '',
  reason: '',
  basis: '',
  supplier: '',
  incident: '',
};
type Filled = typeof BLANK;

/** The latest round first. */
export function useProposing({ organisation, rounds, bodies }: Findings) {
  const queries = useQueryClient();
  const [round, setRound] = useState(rounds.length - 1);
  const [filled, setFilled] = useState<Filled>({ ...BLANK, supplier: bodies[0] ?? '' });
  const [asked, setAsked] = useState(false);
  const here = rounds[round] ?? rounds[0];
  const item = here?.items.find(({ id }) => id === filled.item);
  const at = {
    organisation: organisation.id,
    year: String(here?.year),
    period: String(here?.period),
    member: filled.member,
  };
  const brought = useBrought(at, []);
  const faults = faultsOf(filled, item, brought.files.length);
  const proposing = useMutation({
    mutationFn: () =>
      api.proposeDeduction({
        ...at,
        ...filled,
        amount: item?.amount ?? twoDecimals(filled.amount),
        incident: filled.incident.trim() === '' ? null : filled.incident.trim(),
        evidence: brought.files.map(({ id }) => id),
      }),
    onSuccess: async () => {
      setFilled({ ...BLANK, supplier: filled.supplier });
      setAsked(false);
      brought.clear();
      await queries.invalidateQueries({ queryKey: findingsQuery(organisation.id).queryKey });
    },
  });
  return {
    here,
    round,
    item,
    at,
    brought,
    proposing,
    lacking: (name: string) => (asked ? faults.get(name) : undefined),
    filled,
    /** Files belong to a matter: with another member or round they are left behind. */
    chooseRound: (chosen: number) => {
      brought.files.forEach(brought.remove);
      setRound(chosen);
      setFilled({ ...filled, member: '', item: '' });
    },
    change: (part: Partial<Filled>) => {
      if (part.member !== undefined) brought.files.forEach(brought.remove);
      setFilled({ ...filled, ...part });
    },
    submit: () => {
      setAsked(true);
      if (faults.size === 0) proposing.mutate();
    },
  };
}

type Item = Findings['rounds'][number]['items'][number] | undefined;

function faultsOf(filled: Filled, item: Item, files: number): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const name of ['member', 'item', 'day', 'reason', 'basis', 'supplier'] as const)
    if (filled[name].trim() === '') faults.set(name, words.needed);
  const points = parsePoints(filled.amount.trim());
  if (item?.amount === null && (points === undefined || points <= 0))
    faults.set('amount', evidenceWords.badAmount);
  if (item?.finding === true && files === 0) faults.set('files', evidenceWords.findingLacking);
  return faults;
}

function twoDecimals(text: string): string {
  const points = parsePoints(text.trim());
  return points === undefined ? text : formatPoints(points);
}
