/** A one-time code, shown once, to be handed over at the desk. */
import { Alert } from 'antd';
import type { DeskCode } from '../../contract/desk.ts';
import { instantText } from '../instant.ts';
import { words } from '../words.ts';

export function OneTimeCode({ name, given }: { readonly name: string; readonly given: DeskCode }) {
  return (
    <Alert
      type="success"
      title={words.codeFor(name, given.code)}
      description={words.codeUntil(instantText(given.expiresAt))}
    />
  );
}
