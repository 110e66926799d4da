import { parseDate } from '#form';
import type { PaperOpinion } from '../imported-form.ts';
import { bareLabel } from './labels.ts';
import { inOneLine } from './rows.ts';

const DATE = /((?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)\s*$/;
/** Print of an empty box: a place for the seal, a signature and a date nobody wrote. */
const BLANKS =
  /[（(](?:盖章|公章|签章|签字|签名)[)）]|(?:负责人|经办人|审核人)?(?:签字|签名|签章|盖章)[:：]?\s*$|年\s+月\s+日|年\s*月\s*日\s*$/g;
const KNOWN_STAGES = ['财政部门审核意见', '主管部门审核意见'];

/** An opinion box: what was written, and the date at its end as an ISO date; undefined when nobody wrote anything. */
export function readOpinion(label: string, text: string): PaperOpinion | undefined {
  const written = text.replaceAll(BLANKS, '').trim();
  const date = DATE.exec(written.slice(-40))?.[1];
  const rest = date === undefined ? written : written.slice(0, written.lastIndexOf(date));
  const comment = rest.trim();
  if (comment === '' && date === undefined) return undefined;
  return {
    stage: stageOf(label),
    ...(comment && { comment: inOneLine(comment) }),
    ...(date !== undefined && { date: parseDate(date) ?? date }),
  };
}

/** A vertical label comes out column by column; its letters say which stage it is. */
function stageOf(label: string): string {
  const bare = bareLabel(label);
  const letters = lettersOf(bare);
  return KNOWN_STAGES.find((stage) => lettersOf(stage) === letters) ?? bare;
}

const lettersOf = (text: string): string => Array.from(text).sort().join('');
