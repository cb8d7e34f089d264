/** How a draft that keeps itself is doing; where somebody else saved it meanwhile, which of the two is to stay. */
import { Alert, Button } from 'antd';

type Kept =
  | { readonly is: 'still' | 'saving' | 'saved' | 'conflict' }
  | { readonly is: 'failed'; readonly sentence: string };
type Words = Readonly<
  Record<'saving' | 'saved' | 'notSaved' | 'conflict' | 'conflictNote' | 'takeTheirs' | 'keepMine', string>
>;

type Props = {
  readonly kept: Kept;
  readonly words: Words;
  readonly choose: (theirs: boolean) => void;
};

export function KeptNote({ kept, words, choose }: Props) {
  if (kept.is === 'conflict')
    return (
      <Alert
        type="warning"
        title={words.conflict}
        description={
          <>
            <p>{words.conflictNote}</p>
            <p className="acts">
              <Button onClick={() => choose(true)}>{words.takeTheirs}</Button>
              <Button onClick={() => choose(false)}>{words.keepMine}</Button>
            </p>
          </>
        }
      />
    );
  return (
    <p className="quiet" role="status">
      {kept.is === 'saving' && words.saving}
      {kept.is === 'saved' && words.saved}
      {kept.is === 'failed' && `${words.notSaved}${kept.sentence}`}
    </p>
  );
}
