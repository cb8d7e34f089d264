/** 季度通报 (§4.2): the leading group tells how the quarter went; no individual is shamed. */
import { yearBook } from '../../domain/fact.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Here } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';

export type IssueBulletin = Here & {
  readonly type: 'issueBulletin';
  /** Sections by heading: 总体情况, 好的做法, 存在问题 … */
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
};

/** Refuses a bulletin before anything is filed (nothingFiled) and one without words. */
export const issueBulletinStep = roundStep<IssueBulletin, null>({
  ability: 'issueBulletin',
  about: () => [],
  reads: 'all',
  more: async () => null,
  decide: (command, { round }, _more, making) => {
    const { period, year, sections } = command;
    const isFiled = [...round.matters.values()].some(({ state }) => state === 'filed');
    if (!isFiled) return refuse('nothingFiled', '4.2', { period });
    if (sections.every(({ text }) => text.trim() === '')) return refuse('missing-reason', '4.2', {});
    const bulletinId = making.newId();
    const text = making.seal(yearBook(year), { sections });
    const fact = { type: 'bulletinIssued', v: 1, period, bulletinId, textHash: text.hash } as const;
    return { facts: [inRound(command, fact, text)], outcome: { bulletinId } };
  },
});
