/** Recording what was decided of a member: one form for each kind that fits them now, with what the rules say of it. */
import { useQueryClient } from '@tanstack/react-query';
import type { DecisionAsked, RegisterMemberPage as Page } from '../../contract/standing.ts';
import { api } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { standingWords } from '../words/standing.ts';

type Kind = DecisionAsked['kind'];
type Filled = Readonly<Record<string, string>>;

/** In the order of a member's life. */
const KINDS = [
  'examTaken',
  'admitted',
  'turnedFull',
  'probationExtended',
  'probationCancelled',
  'left',
] as const satisfies readonly Kind[];

export function Deciding({ page }: { readonly page: Page }) {
  return KINDS.filter((kind) => page.open.includes(kind)).map((kind) => (
    <Decide key={kind} kind={kind} page={page} />
  ));
}

function Decide({ kind, page }: { readonly kind: Kind; readonly page: Page }) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{standingWords[kind]}</summary>
      <p className="quiet">{standingWords[`${kind}Note`]}</p>
      <AskForm
        fields={fieldsOf(kind, page)}
        act={standingWords.record}
        send={async (filled) => {
          await api.decideStanding({
            organisation: page.organisation.id,
            member: page.member.id,
            version: page.version,
            decision: decisionOf(kind, filled),
            basis: filled[`${kind}-basis`] ?? '',
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}

function fieldsOf(kind: Kind, { extension }: Page): Asked<string>[] {
  const field = (id: string, label: string) => ({ id: `${kind}-${id}`, label, complete: 'off' });
  const basis = field('basis', standingWords.basisLong);
  switch (kind) {
    case 'examTaken':
      return [
        field('on', standingWords.examOn),
        { ...field('mark', standingWords.mark), numeric: true },
        { ...field('passMark', standingWords.passMark), numeric: true },
        basis,
      ];
    case 'probationExtended':
      return [
        field('on', standingWords.met),
        field('until', standingWords.until(extension?.least ?? '', extension?.most ?? '')),
        basis,
      ];
    default:
      return [field('on', standingWords.on), basis];
  }
}

function decisionOf(kind: Kind, filled: Filled): DecisionAsked {
  const at = (id: string) => (filled[`${kind}-${id}`] ?? '').trim();
  switch (kind) {
    case 'examTaken':
      return { kind, on: at('on'), mark: at('mark'), passMark: at('passMark') };
    case 'probationExtended':
      return { kind, on: at('on'), until: at('until') };
    default:
      return { kind, on: at('on') };
  }
}
