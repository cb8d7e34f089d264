/** Which ability each act of a matter asks for: its buttons are the acts that both its state and the reader's offices allow. */
import { type Ability, can } from '../../../domain/access.ts';
import type { AccessObject, Actor } from '../../../domain/access/actor.ts';
import type { Day } from '../../../domain/period.ts';
import { ACT_NAMES, type ActName } from '../../../domain/round/acts.ts';
import { actRefusal, type Matter } from '../../../domain/round/matter.ts';

export const ABILITY_OF: Readonly<Record<ActName, Ability>> = {
  apply: 'applyPoints',
  giveOpinion: 'giveOpinion',
  proposeDeduction: 'proposeDeduction',
  proposeCorrection: 'proposeCorrection',
  answerDeduction: 'answerDeduction',
  withdrawDeduction: 'proposeDeduction',
  assess: 'assess',
  appraise: 'appraise',
  referTie: 'appraise',
  decideTie: 'decideTie',
  publish: 'draftNotice',
  object: 'receiveObjection',
  reject: 'redetermine',
  redetermine: 'redetermine',
  register: 'registerPoints',
  submit: 'submitRound',
  sendBack: 'reviewRound',
  review: 'reviewRound',
  file: 'fileRound',
};

/** `object` names whose matter it is. */
export function actsNow(actor: Actor, object: AccessObject, matter: Matter, today: Day): ActName[] {
  return ACT_NAMES.filter(
    (act) => actRefusal(matter, act, today) === undefined && can(actor, ABILITY_OF[act], object) === true,
  );
}
