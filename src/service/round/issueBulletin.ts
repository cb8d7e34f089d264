/** 季度通报 (§4.2): the leading group tells how the quarter went; no individual is shamed. */
import { yearBook } from '../../domain/fact.ts';
import { refuse } from '../../domain/refusal.ts';
import { bulletinPaper } from './bulletinPaper.ts';
import { type BulletinSheet, bulletinSheet } from './bulletinSheet.ts';
import type { Here } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';

export type Section = { readonly heading: string; readonly text: string };

export type IssueBulletin = Here & {
  readonly type: 'issueBulletin';
  /** 好的做法, 存在问题 … */
  readonly sections: readonly Section[];
};

/** What the text row of a bulletin keeps: the words, and the figures as they were that day. Amounts in hundredths. */
export type BulletinWords = { readonly sections: readonly Section[]; readonly figures: BulletinSheet };

/** Refuses a bulletin before anything is filed (nothingFiled) and one without words. */
export const issueBulletinStep = roundStep<IssueBulletin, BulletinSheet>({
  ability: 'issueBulletin',
  about: () => [],
  reads: 'all',
  more: bulletinSheet,
  decide: (command, { round }, figures, making) => {
    const { period, year } = command;
    const isFiled = [...round.matters.values()].some(({ state }) => state === 'filed');
    if (!isFiled) return refuse('nothingFiled', '4.2', { period });
    const sections = command.sections.filter(({ text }) => text.trim() !== '');
    if (sections.length === 0) return refuse('missing-reason', '4.2', {});
    const bulletinId = making.newId();
    const words: BulletinWords = { sections, figures };
    const text = making.seal(yearBook(year), words);
    const fact = { type: 'bulletinIssued', v: 1, period, bulletinId, textHash: text.hash } as const;
    return {
      facts: [inRound(command, fact, text)],
      handedIn: [bulletinPaper(command)],
      outcome: { bulletinId },
    };
  },
});
