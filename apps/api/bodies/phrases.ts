import { type Decision } from '#domain/target';
import { LONGEST_PHRASE } from '#platform/phrases';
import { Flag, OneOf, Text } from './fields.ts';

const DECISIONS = ['approve', 'return', 'reject'] as const satisfies readonly Decision[];

export class PhraseBody {
  @OneOf('用于哪一种审核决定', DECISIONS)
  decision!: Decision;
  @Text('常用语', { max: LONGEST_PHRASE })
  text!: string;
  @Flag('供全局使用，由绩效股维护；不写为本人使用', { optional: true })
  office?: boolean;
}
