import { FAILURES_ALLOWED, IDLE_MS, LINK_LIVES_MS, LOCKED_FOR_MS, LONGEST_MS } from '#platform/access';
import {
  FAILURES,
  IDLE_MINUTES,
  LINK_HOURS,
  LOCKED_MINUTES,
  LONGEST_HOURS,
} from '../../apps/web/administration/security/rules.ts';

const MINUTE = 60_000;

it('页面上说的登录规则就是程序执行的规则', () => {
  expect([FAILURES, LOCKED_MINUTES, IDLE_MINUTES, LONGEST_HOURS, LINK_HOURS]).toEqual([
    FAILURES_ALLOWED,
    LOCKED_FOR_MS / MINUTE,
    IDLE_MS / MINUTE,
    LONGEST_MS / MINUTE / 60,
    LINK_LIVES_MS / MINUTE / 60,
  ]);
});
