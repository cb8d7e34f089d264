// A whole quarter of a branch of thirty in the browser, every office at its own screen, its effort counted against interface.md.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type Fresh, freshDatabase } from '../server/database.ts';
import { launchChromium } from './chromium.ts';
import { aboveThem } from './quarter/aboveThem.ts';
import { ownAppraisal, ownAssessment } from './quarter/ownMatters.ts';
import { theApplications } from './quarter/theApplications.ts';
import { theAppraisal } from './quarter/theAppraisal.ts';
import { theFigures } from './quarter/theFigures.ts';
import { theNotice } from './quarter/theNotice.ts';
import { theObjections } from './quarter/theObjections.ts';
import { theOpening, theOpinions, toTheSheet } from './quarter/toTheSheet.ts';
import { Walk } from './quarter/walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(ENGINES)('三十人的一个季度，在 %s 上', (engine) => {
  const walk = new Walk();
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    await walk.begins(browser, fresh.url);
  }, 600_000);
  afterAll(async () => {
    await walk.ends();
    await fresh.drop();
  });

  theOpening(walk);
  theApplications(walk);
  theOpinions(walk);
  ownAssessment(walk);
  toTheSheet(walk);
  ownAppraisal(walk);
  theAppraisal(walk);
  theNotice(walk);
  theObjections(walk);
  aboveThem(walk);
  theFigures(walk);

  test('每个职务点了多少、填了多少、用了多久；浏览器没有怨言', async () => {
    console.info(walk.efforts.table());
    expect(await walk.complaints()).toEqual([]);
  });
});
