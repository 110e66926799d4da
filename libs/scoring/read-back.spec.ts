import { compile, indicatorOf, readBack } from './index.ts';
import type { ScoringRow } from './index.ts';
import { row } from './given.ts';

const word = { name: '人居环境', type: '定性', value: '提升', unit: '无' };
const dated = { name: '项目完成时间', type: '定性', value: '2024年12月31日', unit: '无' };

const SENTENCES: readonly (readonly [string, string, Partial<ScoringRow>])[] = [
  ['下降1%扣一分，扣完好止', '达到指标值得满分，每少1%扣1分，扣完为止', {}],
  ['满意率98%以上的5分，每低2个百分点减0.5分', '达到98%得5分，每少2%扣0.5分，扣完为止', {}],
  [
    '控制在预算以内，每超支五万扣两分',
    '达到指标值得满分，每超5万元扣2分，扣完为止',
    { name: '项目支出', type: '≤', value: '80', unit: '万元' },
  ],
  ['每发现一起违规操作扣一分', '达到指标值得满分，每发生1起扣1分，扣完为止', {}],
  ['每少5人次扣1分', '达到指标值得满分，每少5人次扣1分，扣完为止', {}],
  ['95%(含)以上的10分，80%(含)-95%得8分', '95%≤实际值得10分；80%≤实际值<95%得8分', {}],
  ['完成得满分，其他情况不得分', '达到指标值得满分，否则不得分', {}],
  ['起到了提升人居环境的作用，计10分，未起到该作用，扣3分', '改善得满分，否则扣3分', word],
  [
    '效果显著计10分，效果一般得70%指标分，未起到该作用，不得分',
    '效果显著得10分；效果一般得70%指标分；无效果不得分',
    word,
  ],
  [
    '人居环境较2023年改善，得10分。与上年持平，得3分。变差，不得分',
    '较上年改善得满分，与上年持平得3分，否则不得分',
    word,
  ],
  ['按时完成得满分，每延后1天扣1分', '2024年12月31日前完成得满分，每延期1天扣1分，扣完为止', dated],
  [
    '完成目标得10分，超出按比例扣减',
    '完成得满分，超出按比例扣减',
    { name: '项目支出', type: '≤', value: '80', unit: '万元' },
  ],
  ['每完成两项得3分', '每完成2项得3分', { name: '改革任务', value: '8', unit: '项' }],
];

describe('读作', () => {
  it.each(SENTENCES)('“%s”读作“%s”，再读一遍仍是同一规则', (text, expected, changes) => {
    const indicator = indicatorOf(row(text, changes));
    const rule = compile(text, indicator);
    if (rule.kind === 'needs-person') throw new Error(rule.why);
    expect(compile(readBack(rule), indicator)).toEqual(rule);
    expect(readBack(rule)).toBe(`读作：${expected}。`);
  });
});
