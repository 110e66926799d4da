import type pg from 'pg';
import { type Phrase } from '#contracts';
import { type Decision } from '#domain/target';
import { createTables } from './tables.ts';

/** Whose phrases: a person's by user id, or the office's. */
export type Owner = { user: string } | 'office';

/** As many one owner may keep: a menu of more is searched no faster than typed. */
export const MOST_PHRASES = 50;
/** UTF-16 code units. */
export const LONGEST_PHRASE = 500;

const columnOf = (owner: Owner): string => (owner === 'office' ? '' : owner.user);

interface PhraseRow {
  id: string;
  owner: string;
  decision: Decision;
  text: string;
}

const phraseOf = ({ owner, ...phrase }: PhraseRow): Phrase => ({ ...phrase, isOwn: owner !== '' });

/** Keeps canned phrases in the schema `phrases`. */
export class Phrases {
  private constructor(private readonly pool: pg.Pool) {}

  /** Makes the table where it is missing, with what an office usually says. */
  static async open(pool: pg.Pool): Promise<Phrases> {
    await createTables(pool);
    return new Phrases(pool);
  }

  /** The office's and the person's, in the order they were added. */
  async listFor(user: string): Promise<Phrase[]> {
    const { rows } = await this.pool.query<PhraseRow>(
      `select id, owner, decision, text from phrases.phrase where owner in ('', $1)
       order by owner, added_at, id`,
      [user],
    );
    return rows.map(phraseOf);
  }

  /** One that is there already is answered as it is; `null` where the owner has too many. */
  async add(owner: Owner, { decision, text }: Pick<Phrase, 'decision' | 'text'>): Promise<Phrase | null> {
    const { rows } = await this.pool.query<PhraseRow>(
      `insert into phrases.phrase (owner, decision, text)
       select $1, $2, $3 where (select count(*) from phrases.phrase where owner = $1) < $4
         or exists (select from phrases.phrase where owner = $1 and decision = $2 and text = $3)
       on conflict (owner, decision, text) do update set text = excluded.text
       returning id, owner, decision, text`,
      [columnOf(owner), decision, text, MOST_PHRASES],
    );
    return rows[0] ? phraseOf(rows[0]) : null;
  }

  /** Whose it is, where the person may know of it at all: their own or the office's. */
  async ownerOf(id: string, user: string): Promise<Owner | null> {
    const { rows } = await this.pool.query<{ owner: string }>(
      `select owner from phrases.phrase where id = $1 and owner in ('', $2)`,
      [id, user],
    );
    if (!rows[0]) return null;
    return rows[0].owner === '' ? 'office' : { user };
  }

  async delete(id: string): Promise<void> {
    await this.pool.query('delete from phrases.phrase where id = $1', [id]);
  }
}
