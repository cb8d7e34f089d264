/** Where a notice is read without signing in: the address to pass on, its page, and the poster for the notice board. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { noticeWords } from '../words/notice.ts';

type Props = { readonly id: string; readonly link: string; readonly poster: string };

export function NoticeLink({ id, link, poster }: Props) {
  const [copied, setCopied] = useState(false);
  const address = new URL(link, location.origin).href;
  // a browser gives its clipboard to a page under TLS or on the machine itself; elsewhere the field is selected by hand
  const mayCopy = isSecureContext && 'clipboard' in navigator;
  return (
    <div className="stack">
      <label htmlFor={id}>{noticeWords.link}</label>
      <Input id={id} readOnly value={address} onFocus={(event) => event.target.select()} />
      <p>
        {mayCopy && (
          <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
            {copied ? noticeWords.copied : noticeWords.copy}
          </Button>
        )}{' '}
        <a className="inline-door" href={link} target="_blank" rel="noreferrer">
          {noticeWords.open}
        </a>{' '}
        <a className="inline-door" href={poster} target="_blank" rel="noreferrer">
          {noticeWords.poster}
        </a>
      </p>
    </div>
  );
}
