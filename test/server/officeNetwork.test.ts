// 办公网络: whose address counts, and what a setting that is no network says (G29).
import { describe, expect, test } from 'vitest';
import { officeNetwork } from '../../src/compose/officeNetwork.ts';

const from = (peer: string, forwarded?: string) => ({
  peer,
  headers: new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
});

describe('办公网络', () => {
  test('不设就没有', () => {
    expect(officeNetwork(undefined, [])).toBeNull();
    expect(officeNetwork(' , ', [])).toBeNull();
  });

  test('按网段认地址，单个地址、IPv6 和写在 IPv6 里的 IPv4 都认', () => {
    const office = officeNetwork('10.1.0.0/16, 192.0.2.7 fd00:1::/32', []);
    for (const peer of ['10.1.0.1', '10.1.255.254', '::ffff:10.1.2.3', '192.0.2.7', 'fd00:1:2::9'])
      expect(office?.(from(peer)), peer).toBe(true);
    for (const peer of ['10.2.0.1', '192.0.2.8', 'fd00:2::1', '127.0.0.1', '', 'unknown'])
      expect(office?.(from(peer)), peer).toBe(false);
  });

  test('自报的来访地址不算数，除非是设定的代理说的', () => {
    const open = officeNetwork('10.1.0.0/16', []);
    expect(open?.(from('203.0.113.5', '10.1.0.1'))).toBe(false);
    const behind = officeNetwork('10.1.0.0/16', ['127.0.0.1']);
    expect(behind?.(from('127.0.0.1', '10.1.0.1'))).toBe(true);
    expect(behind?.(from('127.0.0.1', '10.1.0.1, 203.0.113.5'))).toBe(false);
    expect(behind?.(from('127.0.0.1'))).toBe(false);
  });

  test.each(['10.1.0.0/33', '10.1/16', '10.1.0.0/16/8', 'office', '10.1.0.0/', 'fd00::/129'])(
    '%s 不是网段',
    (setting) => {
      expect(() => officeNetwork(setting, [])).toThrow(/OFFICE_NETWORK 应为网段/);
    },
  );
});
