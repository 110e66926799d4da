import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { type Form, type FormInput, type Person, type PersonField, type SealedPerson } from '#form';
import { canonicalText } from '#event-store';
import { type PersonKeys } from './ports.ts';

/** Fields of a form that name a person with a phone; nothing else in an event does. */
const PERSON_FIELDS = ['unitHead', 'head', 'contact'] as const;
type Field = (typeof PERSON_FIELDS)[number];
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Shown where the key is gone: 《中华人民共和国个人信息保护法》第四十七条. */
export const ERASED = '〔已依法删除〕';

const isSealed = (person: PersonField): person is SealedPerson => 'ciphertext' in person;

/**
 * The form as an event may hold it: each person under a key of their own. The same words under the same key give the
 * same ciphertext (the nonce is derived from them), so an unchanged contact is no change.
 */
export async function sealPersons(form: Form, unitCode: string, keys: PersonKeys): Promise<Form> {
  const sealed = await Promise.all(
    PERSON_FIELDS.map(async (field): Promise<[Field, SealedPerson][]> => {
      const person = form[field];
      return person === undefined ? [] : [[field, await sealPerson(person, unitCode, keys)]];
    }),
  );
  return { ...form, ...Object.fromEntries(sealed.flat()) };
}

async function sealPerson(person: PersonField, unitCode: string, keys: PersonKeys): Promise<SealedPerson> {
  if (isSealed(person)) return person;
  const { id, secret } = await keys.keyOf({ unitCode, name: person.name ?? person.phone ?? '' });
  return { key: id, ciphertext: encrypt(canonicalText(person), secret) };
}

/** The form as people read it; a person whose key is gone is said to be erased. One look-up for all. */
export async function revealPersons(forms: readonly Form[], keys: PersonKeys): Promise<Form[]> {
  const sealed = forms
    .flatMap((form) => PERSON_FIELDS.flatMap((field) => form[field] ?? []))
    .filter(isSealed);
  if (sealed.length === 0) return [...forms];
  const secrets = await keys.secretsOf([...new Set(sealed.map(({ key }) => key))]);
  return forms.map((form) => {
    const revealed: Partial<Record<Field, Person>> = {};
    for (const field of PERSON_FIELDS) {
      const person = form[field];
      if (person !== undefined) revealed[field] = isSealed(person) ? reveal(person, secrets) : person;
    }
    return { ...form, ...revealed };
  });
}

/** What a reader without keys (projections, exports) may keep of a form. */
export function withoutPersons<F extends Form | FormInput>(form: F): F {
  const copy = { ...form };
  for (const field of PERSON_FIELDS) Reflect.deleteProperty(copy, field);
  return copy;
}

function reveal({ key, ciphertext }: SealedPerson, secrets: ReadonlyMap<string, Buffer>): Person {
  const secret = secrets.get(key);
  return secret ? (JSON.parse(decrypt(ciphertext, secret)) as Person) : { name: ERASED };
}

function encrypt(text: string, secret: Buffer): string {
  const nonce = createHmac('sha256', secret).update(text).digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function decrypt(ciphertext: string, secret: Buffer): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}
