/** What may be changed under one clause, below its text. */
import { Button } from 'antd';
import { rulesWords } from '../words/rules.ts';
import type { Group } from './groups.ts';
import { type Acts, ThingFields } from './ThingFields.tsx';

type GroupProps = Acts & {
  readonly group: Group;
  readonly isOpen: boolean;
  readonly toggle: (wanted: boolean) => void;
  readonly add: (addition: Group['additions'][number]) => void;
};

export function ClauseGroup({ group, isOpen, toggle, add, change, undo }: GroupProps) {
  const { clause, title, text, things, additions, changed, found } = group;
  const counts = [
    rulesWords.group(things.length),
    changed > 0 ? rulesWords.groupChanged(changed) : '',
    found > 0 ? rulesWords.groupFound(found) : '',
  ].filter((one) => one !== '');
  return (
    <details
      className="clause-group"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) toggle(currentTarget.open);
      }}
    >
      <summary>
        {clause === null ? rulesWords.whole : title || rulesWords.clauseText}{' '}
        <span className="clause-id">{clause}</span> <span className="quiet">{counts.join('，')}</span>
      </summary>
      {isOpen && (
        <>
          {text !== '' && <blockquote className="clause-text">{text}</blockquote>}
          {things.map((thing) => (
            <ThingFields key={thing.place} thing={thing} change={change} undo={undo} />
          ))}
          {additions.map((one) => (
            <Button key={one.list} onClick={() => add(one)}>
              {rulesWords.add(one.name)}
            </Button>
          ))}
        </>
      )}
    </details>
  );
}
