/** Where notices are read: by their link, in the office network, and as a poster. */
import type { PublicNotice } from '../../service/views/round/publicNotice.ts';

export const NOTICE_PATH = '/notice/:organisation/:link';
export const BOARD_PATH = '/notice/:organisation';
export const POSTER_PATH = '/posters/:organisation/:notice';

/** Objecting to a line of a notice, and asking with the receipt: the latter also when the notice is gone. */
export const OBJECT_PATH = '/notice/:organisation/:link/object';
export const RECEIPT_PATH = '/objection/:organisation';

type Named = Pick<PublicNotice, 'organisation' | 'noticeId' | 'link'>;

export const pathOf = ({ organisation, link }: Named): string => `/notice/${organisation.id}/${link}`;
export const boardOf = (organisation: string): string => `/notice/${organisation}`;
export const posterOf = ({ organisation, noticeId }: Named): string =>
  `/posters/${organisation.id}/${noticeId}`;
export const objectOf = (notice: Named): string => `${pathOf(notice)}/object`;
export const receiptOf = ({ organisation }: Pick<Named, 'organisation'>): string =>
  `/objection/${organisation.id}`;
