/** Objections of the demonstration: handed in on the public page under a name that is nobody's. */
import { isRefusal } from '../../domain/refusal.ts';
import { handIn } from '../objection/handIn.ts';
import type { Stage } from './stage.ts';
import { OFFICE } from './townCast.ts';

/** Waits for the receiver; its id. */
export async function objected(
  { world, here, idOf, today }: Stage,
  noticeId: string,
  name: string,
): Promise<string> {
  const answer = await handIn(world, {
    ...here,
    personId: idOf(name),
    noticeId,
    how: 'page',
    on: today(),
    objector: { name: '示例群众', reach: '示例：服务大厅意见箱', capacity: 'served' },
    words: '示例：本季的走访记录里没有看到这两户，请核对',
    files: [],
    formKey: `${world.newSalt()}${world.newSalt()}`,
  });
  if (isRefusal(answer)) throw new Error(`the demonstration's objection was refused: ${answer.code}`);
  return answer.objectionId;
}

export async function taken(stage: Stage, name: string, objectionId: string): Promise<void> {
  await stage.by(OFFICE.receiver, {
    type: 'receiveObjection',
    ...stage.here,
    personId: stage.idOf(name),
    objectionId,
  });
}
