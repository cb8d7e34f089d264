/** 登记口头或书面的异议: what somebody told or handed to the receiver, and the receipt for them. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { ObjectionDesk } from '../../contract/objections.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { objectionWords as words } from '../words/objections.ts';

type Notice = ObjectionDesk['notices'][number];

type Props = { readonly organisation: string; readonly notices: readonly Notice[] };

const HOW = ['spoken', 'paper'] as const;
const CAPACITIES = ['member', 'staff', 'served'] as const;

export function Recording({ organisation, notices }: Props) {
  const queries = useQueryClient();
  const [code, setCode] = useState<string | null>(null);
  const lines = notices.flatMap((notice) =>
    notice.lines.map(({ member, points }) => ({
      value: `${notice.noticeId} ${member.id}`,
      label: `${member.name}　${points} 分（${notice.round}，${notice.from} 至 ${notice.until}）`,
    })),
  );
  if (lines.length === 0) return <p className="quiet">{words.noNotice}</p>;
  const send = async (filled: Readonly<Record<string, string>>) => {
    const of = (id: string) => (filled[id] ?? '').trim();
    const [noticeId = '', member = ''] = of('line').split(' ');
    const notice = notices.find((one) => one.noticeId === noticeId);
    const answer = await api.recordObjection({
      organisation,
      year: String(notice?.year ?? ''),
      period: String(notice?.period ?? ''),
      member,
      notice: noticeId,
      on: of('on'),
      how: HOW.find((one) => one === of('how')) ?? 'spoken',
      name: of('name'),
      reach: of('reach'),
      capacity: CAPACITIES.find((one) => one === of('capacity')) ?? 'served',
      words: of('words'),
    });
    setCode(answer.code);
    await queries.invalidateQueries();
  };
  return (
    <>
      <p className="quiet">{words.recordIntro}</p>
      <AskForm
        fields={[
          { id: 'line', label: words.line, options: lines },
          { id: 'on', label: words.on, complete: 'off' },
          {
            id: 'how',
            label: words.howAsked,
            options: HOW.map((value) => ({ value, label: words.how[value] })),
          },
          { id: 'name', label: words.name, complete: 'off' },
          { id: 'reach', label: words.reach, complete: 'off' },
          { id: 'capacity', label: words.capacity, options: words.capacities },
          { id: 'words', label: words.words, long: true, most: 2_000 },
        ]}
        act={words.recordAct}
        send={send}
        emptied
      />
      {code !== null && <Alert type="success" title={words.code(code)} description={words.codeText} />}
    </>
  );
}
