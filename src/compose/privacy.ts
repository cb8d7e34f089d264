/** The privacy notice and whom to ask, and how long looks are kept: from the surroundings and the data folder. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Services } from '../server/services.ts';
import { StoreFault } from '../store/fault.ts';
import { readContacts, readNotice } from '../store/noticeFile.ts';

const NOTICE = fileURLToPath(new URL('../../privacy/notice.yaml', import.meta.url));
const WHOEVER = '本支部书记或记分员；没有支部的，本单位党组织负责这台电脑账册的人。';
const [DEFAULT_DAYS, LEAST_DAYS] = [400, 180];

export function privacyOf(dataDir: string): Pick<Services, 'notice' | 'contactOf'> {
  const contacts = readContacts(resolve(dataDir));
  const all = process.env['PRIVACY_CONTACT'] || WHOEVER;
  return {
    notice: readNotice(NOTICE),
    contactOf: (organisation) =>
      organisation !== undefined && Object.hasOwn(contacts, organisation)
        ? (contacts[organisation] ?? all)
        : all,
  };
}

/** Access logs are kept half a year at least. */
export function keptDays(setting: string | undefined): number {
  if (setting === undefined || setting === '') return DEFAULT_DAYS;
  const days = /^\d{3,4}$/.test(setting) ? Number.parseInt(setting, 10) : 0;
  if (days >= LEAST_DAYS) return days;
  throw new StoreFault(
    'badDays',
    `LOOKS_KEPT_DAYS 应为 ${LEAST_DAYS} 到 9999 的整数（天），现为“${setting}”。`,
  );
}
