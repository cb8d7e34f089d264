/** The first two administrators into the books: right after set-up, and at start if that was interrupted. */
import { isAdministrator, OFFICE_KINDS } from '../domain/office/office.ts';
import { establish } from '../service/establish.ts';
import type { SignIn } from '../signIn/open.ts';
import type { Services } from './services.ts';

export async function establishFirst({ world }: Pick<Services, 'world'>, signIn: SignIn): Promise<void> {
  const accounts = await signIn.accounts();
  const first = accounts.flatMap(({ userId, username, name, founding }) => {
    const office = OFFICE_KINDS.find((kind) => kind === founding);
    return office !== undefined && isAdministrator(office) ? [{ userId, username, name, office }] : [];
  });
  await establish(world, first);
}
