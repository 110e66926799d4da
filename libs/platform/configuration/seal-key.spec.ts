import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readConfiguration } from './read-configuration.ts';

const PEM = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const [, BASE64 = ''] = PEM.split('\n');

describe('the signing key in a variable', () => {
  it.each([
    ['as openssl writes it', PEM],
    ['with its lines in one', PEM.replaceAll('\n', '\\n')],
    ['with the line ends of Windows', PEM.replaceAll('\n', '\r\n')],
    ['with those in one', PEM.replaceAll('\n', '\\r\\n')],
    ['as base64 alone', BASE64],
  ])('is taken %s', (_, value) => {
    const read = readConfiguration({ MUBIAO_SEAL_KEY_PEM: value });
    expect(read.ok && read.configuration.sealKeyText).toBe(PEM);
  });

  it.each([
    ['of another kind', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' })],
    [
      'for RSA',
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ],
    [
      'with a passphrase',
      createPrivateKey(PEM).export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase: '口令',
      }),
    ],
    ['cut short', PEM.slice(0, 60)],
    ['that is a path', '/etc/mubiao/seal-signing.key'],
    ['too long', BASE64.repeat(100)],
  ])('is refused %s, and not quoted', (_, value) => {
    const read = readConfiguration({ MUBIAO_SEAL_KEY_PEM: value.toString() });
    const problems = read.ok ? [] : read.problems;
    expect(problems).toEqual([
      expect.stringMatching(/^环境变量 MUBIAO_SEAL_KEY_PEM 的值不对：应为 Ed25519 私钥，不加口令/),
    ]);
    expect(problems.join()).not.toContain(value.toString().slice(0, 40));
  });

  it('is not given twice', () => {
    const read = readConfiguration({ MUBIAO_SEAL_KEY_PEM: PEM, MUBIAO_SEAL_KEY: '/etc/mubiao/key' });
    expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining('只能设置一个')]);
  });

  it('is not there where the variable is blank', () => {
    const read = readConfiguration({ MUBIAO_SEAL_KEY_PEM: ' ' });
    expect(read.ok && 'sealKeyText' in read.configuration).toBe(false);
  });
});
