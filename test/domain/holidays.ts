// The table of public holidays as it ships.
import { readHolidays } from '../../src/store/holidaysFile.ts';

const answer = await readHolidays('calendar/cn.yaml');
if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));

export const CHINA = answer.holidays;
