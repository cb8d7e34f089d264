/** Each bonus accepted or not, each deduction upheld or not, numbered on after the tasks. */
import type { ReactNode } from 'react';
import { meetingWords as words } from '../words/meeting.ts';
import { BonusSaid, DeductionSaid, optionsOf } from './Claim.tsx';
import { type Deciding, faultsOf } from './decisionForm.ts';
import { ItemNumber } from './TaskRow.tsx';

export function ClaimDecisions(deciding: Deciding) {
  const { line, draft, sat, change, asked } = deciding;
  const { tasks, bonuses, deductions } = line;
  const faults = new Map(faultsOf(line, draft, sat).map(({ of, is }) => [of, is]));
  const acceptedOf = (id: string) => draft.bonuses.find(({ bonusId }) => bonusId === id)?.accepted;
  const upheldOf = (id: string) => draft.deductions.find(({ proposalId }) => proposalId === id)?.upheld;
  return (
    <>
      {bonuses.length > 0 && <h3>{words.bonuses}</h3>}
      {bonuses.map((bonus, index) => (
        <Choice
          key={bonus.bonusId}
          id={bonus.bonusId}
          item={tasks.length + index + 1}
          said={<BonusSaid member={line.member.id} bonus={bonus} />}
          name={bonus.item.name}
          options={[words.accept, words.refuse]}
          picked={acceptedOf(bonus.bonusId)}
          lacks={undefined}
          pick={(accepted) =>
            change({
              ...draft,
              taken: false,
              bonuses: [
                ...draft.bonuses.filter(({ bonusId }) => bonusId !== bonus.bonusId),
                { bonusId: bonus.bonusId, accepted },
              ],
            })
          }
        />
      ))}
      {deductions.length > 0 && <h3>{words.deductions}</h3>}
      {deductions.map((deduction, index) => (
        <Choice
          key={deduction.proposalId}
          id={deduction.proposalId}
          item={tasks.length + bonuses.length + index + 1}
          said={<DeductionSaid member={line.member.id} deduction={deduction} on={sat.on} />}
          name={deduction.item.name}
          options={optionsOf(deduction)}
          picked={upheldOf(deduction.proposalId)}
          lacks={asked && faults.get(deduction.proposalId) === 'undecided' ? words.undecided : undefined}
          pick={(upheld) =>
            change({
              ...draft,
              taken: false,
              deductions: [
                ...draft.deductions.filter(({ proposalId }) => proposalId !== deduction.proposalId),
                { proposalId: deduction.proposalId, upheld },
              ],
            })
          }
        />
      ))}
    </>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly item: number;
  readonly said: ReactNode;
  readonly name: string;
  /** For yes, and for no. */
  readonly options: readonly [string, string];
  readonly picked: boolean | undefined;
  readonly lacks: string | undefined;
  readonly pick: (yes: boolean) => void;
};

function Choice({ id, item, said, name, options, picked, lacks, pick }: ChoiceProps) {
  return (
    <div className="meet-claim">
      <div>
        <ItemNumber number={item} />
        {said}
      </div>
      <div role="radiogroup" aria-label={name} className="meet-choice">
        {[true, false].map((yes, index) => (
          <label key={options[index]} className="meet-check">
            <input
              type="radio"
              name={`claim-${id}`}
              data-jump={`item-${item}`}
              {...(lacks === undefined ? {} : { 'data-lacks': '' })}
              checked={picked === yes}
              onChange={() => pick(yes)}
            />
            {options[index]}
          </label>
        ))}
        {lacks !== undefined && <span className="lacking">{lacks}</span>}
      </div>
    </div>
  );
}
