import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { writeKeyOnce } from '#application';

/** The installation's own key: whoever has the database but not this cannot sign another history. */
export interface SigningKey {
  /** The first 16 hexadecimal digits of SHA-256 over the public key (DER). */
  keyId: string;
  /** SubjectPublicKeyInfo (DER), in base64. */
  publicKey: string;
  /** Ed25519, in base64. */
  sign(text: string): string;
}

/** What is signed for a root, in the lines of a C2SP checkpoint, so that tools of transparency logs read it. */
export const signedText = ({ origin, size, root, time }: SignedFields): string =>
  `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n${time}\n`;

interface SignedFields {
  origin: string;
  size: number;
  root: string;
  time: string;
}

/** What a retired key signs when it names its successor. */
export const successionText = (publicKey: string): string => `mubiao successor\n${publicKey}\n`;

/** Where the key is. */
export interface KeyPlace {
  /** Made at first use: PKCS #8 in PEM, read by its owner only. Back it up apart from the database. */
  keyFile: string;
  /** The key itself in PEM, where the file is not to be made; retired keys lie beside the file nevertheless. */
  keyText?: string | undefined;
}

/** The key in use. @throws Error with a sentence for a file that holds anything else */
export function readSigningKey({ keyFile, keyText }: KeyPlace): SigningKey {
  if (keyText !== undefined) return signingKey(createPrivateKey(keyText));
  if (!existsSync(keyFile)) makeKey(keyFile);
  return keyIn(keyFile);
}

function keyIn(file: string): SigningKey {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`签名密钥文件 ${file} 无法读取，请检查权限或恢复备份的密钥文件。`, { cause: error });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`签名密钥文件 ${file} 中不是 Ed25519 私钥，请更换。`);
  return signingKey(key);
}

function signingKey(key: KeyObject): SigningKey {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** Where a key lies that was replaced: it still has to name its successor. */
export const retiredFile = (file: string, keyId: string): string => `${file}.${keyId}`;

/** The key of that id: the one in use, or one that was replaced. @throws Error with a sentence where it is neither */
export function signingKeyNamed(place: KeyPlace, keyId: string): SigningKey {
  const current = readSigningKey(place);
  const key = current.keyId === keyId ? current : replacedKey(place, keyId);
  if (key) return key;
  throw new Error(`找不到签名密钥 ${keyId}（${retiredFile(place.keyFile, keyId)}），请恢复备份的密钥文件。`);
}

/** A key that is in use no more: put aside, or still in its file where a variable has taken over. `null` = lost. */
export function replacedKey({ keyFile }: KeyPlace, keyId: string): SigningKey | null {
  for (const file of [retiredFile(keyFile, keyId), keyFile]) {
    const key = existsSync(file) ? keyIn(file) : null;
    if (key?.keyId === keyId) return key;
  }
  return null;
}

/** Puts the key aside and makes another, which the next signed root introduces. Answers both ids. */
export function rotateSigningKey(keyFile: string): { from: string; to: string } {
  const from = readSigningKey({ keyFile }).keyId;
  renameSync(keyFile, retiredFile(keyFile, from));
  return { from, to: readSigningKey({ keyFile }).keyId };
}

export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);

/** Is the text signed with the key of that public key? What is no key or no signature is not. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeKeyOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}
