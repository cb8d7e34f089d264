/** Everything the server answers, in one place: guards, health, the wire, papers, pages. Every route that shows books asks an ability. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Actor } from '../domain/access/actor.ts';
import { type Ability, can } from '../domain/access.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { World } from '../service/ports.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import { workCalendar } from '../service/views/workCalendar.ts';
import { openApi, openApiDocument } from './api.ts';
import { blankApproval, filledApproval } from './exemptionPapers.ts';
import { type Asking, formRefusal, openAsking, type WhoAsks } from './asking.ts';
import { noForeignChange, onlyOwnHost } from './guard.ts';
import { sandboxed } from './attachment.ts';
import { EVIDENCE_ADDRESS, evidenceResponse } from './evidenceFile.ts';
import { type App, securityHeaders } from './headers.ts';
import { noteLook, PAPERS } from './looking.ts';
import { fileResponse, isPage, type Pages, pageResponse, plainPage, readPages } from './pages.ts';
import { ownDataResponse } from './ownData.ts';
import { handoverPaper } from '../forms/handover.ts';
import { handoverSheet } from '../service/views/handoverSheet.ts';
import { everyPlanSheet, memberPlanPaper, planPaperNamed } from './planPapers.ts';
import {
  calendarResponse,
  everyPaper,
  paperNamed,
  paperResponse,
  WORK_CALENDAR,
  workbook,
} from './papers.ts';
import {
  busy,
  fault,
  held,
  notFound,
  problem,
  problemResponse,
  refusalProblem,
  tooOften,
} from './problem.ts';
import { BOARD_PATH, NOTICE_PATH, OBJECT_PATH, POSTER_PATH, RECEIPT_PATH } from './public/addresses.ts';
import { addNotices } from './public/noticeRoutes.ts';
import { addPoster } from './public/posterRoute.ts';
import { blankApplication, memberOfRoundPaper, roundPaper, roundPaperNamed } from './roundPapers.ts';
import { OBJECTION_FILE_PATH, objectionFile } from './objectionFiles.ts';
import { addObjections } from './public/objectionRoutes.ts';
import { inTurns, TooOften } from './requestLimits.ts';
import { openRoutes } from './routes.ts';
import { emptyTemplate } from './templates.ts';
import type { Services } from './services.ts';
import { noBrokenAddress } from './soundText.ts';
import { BooksHeld } from '../service/ports/booksHeld.ts';
import { TooBusy } from '../signIn/hashing.ts';
import { openShownYears, type ShownYears } from './shownYears.ts';
import { openYears } from './years.ts';

const MEGABYTE = 1024 * 1024;
const MOST_BODY = 20 * MEGABYTE;

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Addresses outside the contract, with the ability each asks; null: shows nothing of the books. */
export const OTHER_ROUTES: Readonly<Record<string, Ability | null>> = {
  '/healthz': null,
  '/openapi.json': null,
  '/templates/:which': null,
  '/papers/:organisation/:year/:paper': 'readBooks',
  '/own-data/:format': null,
  '/exemption-papers/:organisation/:member/:exemption': 'readExemption',
  [NOTICE_PATH]: 'readPublicNotice',
  [BOARD_PATH]: 'readPublicNotice',
  [POSTER_PATH]: 'readPublicNotice',
  [OBJECT_PATH]: 'raiseObjection',
  [RECEIPT_PATH]: 'raiseObjection',
  [OBJECTION_FILE_PATH]: 'readObjection',
  [EVIDENCE_ADDRESS]: 'readEvidence',
  '/auth/callback/oidc': null,
  '/api/*': null,
  '/*': null,
};

export function createApp(services: Services): App {
  const booked = openYears(services);
  const years = openShownYears(services, booked);
  const pages = readPages(services.webFolder);
  const whoAsks = inTurns(openAsking(services), services);
  const api = openApi(openRoutes(services, years), services.log);
  const app: App = new Hono();
  for (const file of [EVIDENCE_ADDRESS, OBJECTION_FILE_PATH]) app.use(file, sandboxed);
  app.use(
    '*',
    securityHeaders(services.people),
    onlyOwnHost(services.people),
    noForeignChange,
    noBrokenAddress,
  );
  app.use('*', bodyLimit({ maxSize: MOST_BODY, onError: () => problemResponse(tooLarge()) }));
  app.onError((error) => {
    if (error instanceof TooBusy) return problemResponse(busy(), { 'retry-after': '60' });
    if (error instanceof BooksHeld) return problemResponse(refusalProblem(held));
    if (error instanceof TooOften)
      return problemResponse(tooOften(error.seconds), { 'retry-after': `${error.seconds}` });
    services.log.error({ err: error }, 'request failed');
    return problemResponse(fault());
  });
  app.notFound(
    (context) =>
      answerUnknown(context.req.path) ??
      plainPage(context, 404, '没有这一页', '地址可能抄错了，或者这一页已经移走。'),
  );
  addHealth(app, services);
  addPapers(app, services, whoAsks, years);
  addNotices(app, services);
  addPoster(app, services, whoAsks);
  addObjections(app, services);
  app.get('/auth/callback/oidc', async (context) => oidcResponse(await whoAsks(context), context.req.url));
  app.get('/own-data/:format', async (context) => {
    const answer = await ownDataResponse(
      services,
      booked,
      await whoAsks(context),
      context.req.param('format'),
    );
    return isRefusal(answer) ? refused(answer) : answer;
  });
  app.all('/api/*', async (context) => {
    const asking = await whoAsks(context);
    const foreign = READING.has(context.req.method) ? null : formRefusal(asking);
    return foreign === null ? api(context.req.raw, asking) : refused(foreign);
  });
  addPages(app, whoAsks, pages);
  return app;
}

const tooLarge = () =>
  problem(
    413,
    'tooLarge',
    `文件合计超过 ${MOST_BODY / MEGABYTE} MB。请删去不用的工作表，或按年度分开后再上传。`,
  );

const answerUnknown = (path: string) =>
  /^\/(?:(?:exemption-)?papers\/|posters\/|objection-files\/|evidence\/|own-data|api)/.test(path)
    ? problemResponse(notFound())
    : undefined;

function addHealth(app: App, { world: { store } }: Services): void {
  app.get('/healthz', async (context) => {
    context.header('cache-control', 'no-store');
    return context.json({ status: 'ok', engine: store.engine, durability: await store.durability() });
  });
  let document: Promise<string> | undefined;
  app.get('/openapi.json', async () => {
    document ??= openApiDocument();
    return new Response(await document, {
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
    });
  });
}

function addPapers(app: App, services: Services, whoAsks: WhoAsks, years: ShownYears): void {
  app.get('/templates/:which', async (context) => {
    const which = context.req.param('which');
    if (which === 'roster.xlsx') return workbook(await emptyTemplate('roster'), '名册模板.xlsx');
    if (which === 'records.xlsx') return workbook(await emptyTemplate('records'), '年度记录模板.xlsx');
    if (which === 'exemption.xlsx') return blankApproval(services);
    if (which === 'application.xlsx') return blankApplication(services);
    return problemResponse(notFound());
  });
  app.get('/exemption-papers/:organisation/:member/:exemption', async (context) => {
    const { actor, isSetUp } = await whoAsks(context);
    if (isSetUp && actor.kind === 'nobody') return refused(refuse('notSignedIn', null));
    const named = context.req.param();
    const answer = await filledApproval(services, actor, named);
    if (answer.ok) noteLook(services.looks, actor, { ...named, what: PAPERS });
    return answer;
  });
  app.get(OBJECTION_FILE_PATH, async (context) => {
    const { actor, isSetUp } = await whoAsks(context);
    if (isSetUp && actor.kind === 'nobody') return refused(refuse('notSignedIn', null));
    return objectionFile(services, actor, context.req.param());
  });
  app.get(EVIDENCE_ADDRESS, async (context) => {
    const { actor, isSetUp } = await whoAsks(context);
    if (isSetUp && actor.kind === 'nobody') return refused(refuse('notSignedIn', null));
    const answer = await evidenceResponse(services, actor, context.req.param());
    return isRefusal(answer) ? refused(answer) : answer;
  });
  app.get('/papers/:organisation/:year/:paper', async (context) => {
    const { organisation, year, paper } = context.req.param();
    const { actor, isSetUp } = await whoAsks(context);
    if (isSetUp && actor.kind === 'nobody') return refused(refuse('notSignedIn', null));
    const ofRound = roundPaperNamed(paper);
    if (ofRound !== undefined) {
      const asked = { organisation, year: yearIn(year), paper: ofRound };
      const made = await roundPaper(services, years, actor, asked);
      if (isRefusal(made)) return refused(made);
      noteLook(services.looks, actor, { organisation, member: memberOfRoundPaper(ofRound), what: PAPERS });
      return paperResponse(made);
    }
    const allowed = await mayRead(services.world, actor, organisation, paper);
    if (isRefusal(allowed)) return refused(allowed);
    if (paper === 'handover') return handoverResponse(services, organisation);
    const branch = await years(actor, organisation, yearIn(year));
    if (isRefusal(branch)) return refused(branch);
    noteLook(services.looks, actor, { organisation, member: memberOf(paper), what: PAPERS });
    if (paper === 'all') return everyPaper(branch);
    const plans = planPaperNamed(paper);
    if (plans !== undefined) return planResponse(services.world, actor, { organisation, branch, ...plans });
    if (paper === WORK_CALENDAR) {
      const calendar = workCalendar(
        branch.organisation,
        branch.version,
        branch.year,
        services.world.holidays,
      );
      return isRefusal(calendar) ? refused(calendar) : calendarResponse(calendar, branch.example);
    }
    const named = paperNamed(branch, paper);
    return named === undefined ? refused(refuse('paperUnknown', null)) : paperResponse(named);
  });
}

async function planResponse(
  world: World,
  actor: Actor,
  { organisation, branch, member }: { organisation: string; branch: BranchYear; member: string | null },
): Promise<Response> {
  const place = { organisation, year: branch.year };
  if (member !== null) {
    const paper = await memberPlanPaper(world, branch, place, member);
    return isRefusal(paper) ? refused(paper) : paperResponse(paper);
  }
  const sheet = await everyPlanSheet(world, actor, place);
  return isRefusal(sheet) ? refused(sheet) : workbook(sheet, `目标任务-${branch.year}.xlsx`);
}

const yearIn = (text: string) => (/^\d{4}$/.test(text) ? Number.parseInt(text, 10) : 0);

/** Whose paper that is; undefined: the whole branch's. */
const memberOf = (paper: string) => /^(?:pointsRecord|taskPlan)-(.+)$/.exec(paper)?.[1];

async function handoverResponse({ world: { store, now } }: Services, organisation: string) {
  const sheet = await store.read((tx) => handoverSheet(tx, organisation, dayInShanghai(now())));
  if (isRefusal(sheet)) return refused(sheet);
  return paperResponse({ fileName: `${sheet.organisation}-移交单.xlsx`, paper: handoverPaper(sheet) });
}

/** A member's own record is the member's, the calendar everybody's in the branch; every other paper is the branch's. */
async function mayRead(
  { store, now }: World,
  actor: Actor,
  organisation: string,
  paper: string,
): Promise<true | Refusal> {
  const member = memberOf(paper);
  const about = member === undefined ? [] : [member];
  const object = await store.read((tx) => accessObject(tx, organisation, dayInShanghai(now()), { about }));
  if (planPaperNamed(paper) !== undefined) return can(actor, 'readPlan', object);
  if (member !== undefined && can(actor, 'readOwnYear', object) === true) return true;
  if (paper === WORK_CALENDAR && can(actor, 'readMeasure', object) === true) return true;
  return can(actor, 'readBooks', object);
}

/** Back from the identity provider: signed in, or the sign-in page says that it was not done. Nothing of the query goes on. */
async function oidcResponse({ signIn, caller }: Asking, url: string): Promise<Response> {
  const answer = await signIn.finishOidc(caller, new URL(url).search);
  const headers = new Headers({ 'cache-control': 'no-store' });
  headers.set('location', isRefusal(answer) ? `/sign-in?refused=${answer.code}` : '/');
  for (const cookie of isRefusal(answer) ? [] : answer.cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
}

const refused = (refusal: Refusal) => problemResponse(refusalProblem(refusal));

/** Pages for whoever is nobody yet. */
const OPEN_PAGES = new Set(['/sign-in', '/setup', '/privacy']);

function addPages(app: App, whoAsks: WhoAsks, pages: Pages): void {
  app.get('/*', async (context, next) => {
    const { path } = context.req;
    const file = pages.files.get(path);
    if (file !== undefined) return fileResponse(file, path, context.req.header('if-none-match'));
    if (!isPage(path)) return next();
    if (!OPEN_PAGES.has(path)) {
      const { actor, isSetUp } = await whoAsks(context);
      if (isSetUp && actor.kind === 'nobody') return context.redirect('/sign-in');
    }
    return pageResponse(context, pages);
  });
}
