/**
 * Objections outside sign-in: the form of a notice, and asking with a receipt. Each form is limited before it is read; a session
 * is neither looked for nor made. The form's hidden key stands for the Idempotency-Key: the same one twice is one objection.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { can } from '../../domain/access.ts';
import type { NoticeReader } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { dayInShanghai } from '../../service/dayInShanghai.ts';
import { byReceipt } from '../../service/objection/byReceipt.ts';
import { handIn, MOST_FILES } from '../../service/objection/handIn.ts';
import { type OpenNotice, openNotice } from '../../service/objection/openNotice.ts';
import { longDay } from '../../service/views/naming.ts';
import { refusalSentence } from '../../service/views/refusalWords.ts';
import type { App } from '../headers.ts';
import type { Services } from '../services.ts';
import { OBJECT_PATH, RECEIPT_PATH, receiptOf } from './addresses.ts';
import { type FormLimits, openFormLimits } from './formLimits.ts';
import { FILE_MEGABYTES, type Filled, filesFrom, filledFrom } from './objectionFields.ts';
import { formBody, handedInBody } from './objectionPage.ts';
import { FORM_STYLE } from './objectionStyle.ts';
import { publicPage } from './publicPage.ts';
import { askBody, receiptBody } from './receiptPage.ts';

const MEGABYTE = 1024 * 1024;
const MOST_FORM = (MOST_FILES * FILE_MEGABYTES + 1) * MEGABYTE;
const MOST_CODE = 4_096;
const KEY = /^[\w-]{32,100}$/;
type Status = 200 | 404 | 413 | 422 | 429;

export function addObjections(app: App, services: Services): void {
  const limits = openFormLimits();
  app.get(OBJECT_PATH, async (context) => {
    const notice = await noticeAt(services, context);
    if (notice === undefined) return noNotice(context);
    const line = context.req.query('line') ?? '';
    return formPage(context, 200, notice, { ...freshly(services), line }, null);
  });
  app.post(OBJECT_PATH, bodyLimit({ maxSize: MOST_FORM, onError: tooLarge }), async (context) =>
    objected(services, limits, context),
  );
  app.get(RECEIPT_PATH, async (context) => askPage(context, 200, null));
  app.post(RECEIPT_PATH, bodyLimit({ maxSize: MOST_CODE, onError: tooLarge }), async (context) =>
    asked(services, limits, context),
  );
}

async function noticeAt({ world }: Services, context: Context): Promise<OpenNotice | undefined> {
  const { organisation = '', link = '' } = context.req.param();
  const today = dayInShanghai(world.now());
  const notice = await world.store.read((tx) => openNotice(tx, world, { organisation, link }, today));
  if (notice === undefined) return undefined;
  const { noticeId } = notice;
  const reader: NoticeReader = { kind: 'publicNotice', organisationId: organisation, noticeIds: [noticeId] };
  return can(reader, 'raiseObjection', { organisation, notice: noticeId }) === true ? notice : undefined;
}

const freshly = ({ world }: Services): Filled => ({
  line: '',
  words: '',
  name: '',
  reach: '',
  capacity: '',
  key: `${world.newSalt()}${world.newSalt()}`,
});

async function objected(services: Services, limits: FormLimits, context: Context): Promise<Response> {
  const seconds = await limits.wait(placeOf(services, context));
  const notice = await noticeAt(services, context);
  if (notice === undefined) return noNotice(context);
  if (seconds !== null) {
    context.header('retry-after', `${seconds}`);
    return formPage(context, 429, notice, freshly(services), waitWords(seconds, notice.receiver));
  }
  const fields = await fieldsOf(context);
  const filled = filledFrom(fields);
  const answer = await handedIn(services, notice, filled, fields);
  if (isRefusal(answer)) {
    const status = answer.code === 'objectionsFull' || answer.code === 'filesFull' ? 429 : 422;
    const kept = KEY.test(filled.key) ? filled : { ...filled, key: freshly(services).key };
    return formPage(context, status, notice, kept, refusalSentence(answer));
  }
  const ask = receiptOf({ organisation: { id: notice.organisationId, name: notice.organisation } });
  const body = await handedInBody(notice, { code: answer.code, on: longDay(answer.on), ask });
  return publicPage(context, 200, { title: '异议已收到', body, style: FORM_STYLE });
}

/** A form that came broken is one without a field: what is missing is said, as to whoever left it empty. */
const fieldsOf = (context: Context): Promise<Readonly<Record<string, unknown>>> =>
  context.req.parseBody({ all: true }).catch(() => ({}));

async function handedIn(
  services: Services,
  notice: OpenNotice,
  filled: Filled,
  fields: Readonly<Record<string, unknown>>,
) {
  const { world } = services;
  const line = /^\d{1,4}$/.test(filled.line) ? notice.lines[Number.parseInt(filled.line, 10) - 1] : undefined;
  if (line === undefined || filled.capacity === '' || !KEY.test(filled.key))
    return refuse('objectionUnfinished', 'An1.6', {});
  const files = await filesFrom(services, fields);
  if (isRefusal(files)) return files;
  const { organisationId, year, period, noticeId } = notice;
  return handIn(world, {
    organisationId,
    year,
    period,
    personId: line.personId,
    noticeId,
    how: 'page',
    on: dayInShanghai(world.now()),
    objector: { name: filled.name, reach: filled.reach, capacity: filled.capacity },
    words: filled.words,
    files,
    formKey: filled.key,
  });
}

async function asked(services: Services, limits: FormLimits, context: Context): Promise<Response> {
  const seconds = await limits.wait(placeOf(services, context));
  if (seconds !== null) {
    context.header('retry-after', `${seconds}`);
    return askPage(context, 429, waitWords(seconds, null));
  }
  const { code } = await fieldsOf(context);
  const typed = typeof code === 'string' ? code : '';
  const receipt = await byReceipt(services.world, context.req.param('organisation') ?? '', typed);
  if (isRefusal(receipt)) return askPage(context, 422, refusalSentence(receipt as Refusal), typed);
  const body = await receiptBody(receipt);
  return publicPage(context, 200, { title: '异议的办理情况', body, style: FORM_STYLE });
}

const placeOf = ({ placeFrom }: Services, context: Context): string =>
  placeFrom({
    headers: context.req.raw.headers,
    peer: getConnInfo(context as Parameters<typeof getConnInfo>[0]).remote.address ?? '',
  });

function waitWords(seconds: number, receiver: string | null): string {
  const minutes = Math.ceil(seconds / 60);
  const otherwise =
    receiver === null
      ? '也可以直接向受理人询问。'
      : `也可以现在就当面、打电话向受理人提出，同样有效：${receiver}。`;
  return `从您这里来的请求太多，请过 ${minutes} 分钟再试。${otherwise}`;
}

async function formPage(
  context: Context,
  status: Status,
  notice: OpenNotice,
  filled: Filled,
  said: string | null,
): Promise<Response> {
  const body = await formBody(notice, filled, said);
  return publicPage(context, status, { title: '对公示提出异议', body, style: FORM_STYLE });
}

async function askPage(context: Context, status: Status, said: string | null, code = ''): Promise<Response> {
  const body = await askBody(said, code);
  return publicPage(context, status, { title: '查看异议的办理情况', body, style: FORM_STYLE });
}

const noNotice = (context: Context) =>
  publicPage(context, 404, {
    title: '没有这份公示',
    body: '<main><h1>没有这份公示</h1><p>网址可能抄错了，或者公示已经期满撤下。已经提出异议的，请凭回执号查看办理情况；期满以后的意见，请向党支部或上级党组织反映。</p></main>',
  });

const tooLarge = (context: Context) =>
  publicPage(context, 413, {
    title: '内容太大',
    body: `<main><h1>没有提交：附件太大</h1><p>附件最多 ${MOST_FILES} 个，每个不超过 ${FILE_MEGABYTES} MB。请返回上一页，换成小一些的附件再提交；材料也可以当面交给受理人。</p></main>`,
  });
