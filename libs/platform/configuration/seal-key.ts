import { createPrivateKey } from 'node:crypto';
import type { Environment, Reading } from './variables.ts';

const NAME = 'MUBIAO_SEAL_KEY_PEM';
const LONGEST = 4_096;

/**
 * The key that signs roots as the value of a variable: PKCS #8 in PEM, its lines ended by line feeds or by the two
 * characters `\n` (as on Windows: with `\r`), or its base64 alone in one line. Never quoted. Answers PEM.
 */
export function sealKeyIn(env: Environment): Reading<string | undefined> {
  const text = env[NAME]?.trim();
  if (text === undefined || text === '') return { value: undefined };
  if ((env['MUBIAO_SEAL_KEY']?.trim() ?? '') !== '')
    return refusedKey('与 MUBIAO_SEAL_KEY 只能设置一个，请去掉其中之一');
  const pem = text.length < LONGEST ? pemOf(text) : null;
  if (pem !== null) return { value: pem };
  return refusedKey(
    '应为 Ed25519 私钥，不加口令（PKCS #8 的 PEM 文本，可用 openssl genpkey -algorithm ed25519 生成）',
  );
}

const refusedKey = (should: string): Reading<undefined> => ({
  value: undefined,
  problem: `环境变量 ${NAME} 的值不对：${should}。`,
});

function pemOf(text: string): string | null {
  const base64 = text.replace(/\\[rn]/g, '').replace(/-----(BEGIN|END) PRIVATE KEY-----/g, '');
  try {
    const der = Buffer.from(base64.replace(/\s/g, ''), 'base64');
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'ed25519'
      ? key.export({ type: 'pkcs8', format: 'pem' }).toString()
      : null;
  } catch {
    return null;
  }
}
