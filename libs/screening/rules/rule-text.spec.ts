import type { Indicator } from '#form';
import { screen } from '../index.ts';
import { sampleProject } from '../sample-forms.ts';

const codesFor = (scoringRule: string, row: Partial<Indicator> = {}): string[] => {
  const rated = {
    id: 'i9',
    level1: '产出指标',
    level2: '质量指标',
    name: '课程合格率',
    operator: '≥',
    value: '95',
    unit: '%',
    weight: '5',
  } as const;
  const form = sampleProject({
    indicators: [...(sampleProject().indicators ?? []), { ...rated, scoringRule, ...row }],
  });
  return screen(form, { ruleSet: { off: ['weights-on-some-rows', 'weights-total'] } }).map(
    ({ code }) => code,
  );
};

describe('评（扣）分标准', () => {
  it.each([
    '课程合格率达95%，得5分，每少1%，扣1分，扣完即止。',
    '达到指标值得满分，每少1%扣1分，扣完为止。',
    '95%≤课程合格率，得5分；90%≤课程合格率<95%，得4分；85%≤课程合格率<90%，得3分。',
  ])('“%s”没有发现', (text) => expect(codesFor(text)).toEqual([]));

  it('满分不等于分值', () => {
    expect(codesFor('课程合格率达95%，得10分，每少1%，扣1分，扣完即止。')).toEqual([
      'full-marks-differ-from-weight',
    ]);
    expect(codesFor('制定了办法，得4分，办法落实并起到效果，计6分。')).toContain(
      'full-marks-differ-from-weight',
    );
    expect(codesFor('制定了办法，得2分，办法落实并起到效果，计3分。')).not.toContain(
      'full-marks-differ-from-weight',
    );
    const halves = (best: string) =>
      `1.理论课合格率≥95%（${best}分），合格率>80%（2分）。2.实践课合格率≥90%（${best}分），合格率>80%（1分）。`;
    expect(codesFor(halves('5'))).toContain('full-marks-differ-from-weight');
    expect(codesFor(halves('2.5'))).not.toContain('full-marks-differ-from-weight');
  });

  it('分数没有填', () => {
    expect(codesFor('课程合格率达95%，得X分，每少1%，扣1分。')).toContain('full-marks-differ-from-weight');
  });

  it('满分线不等于指标值', () => {
    expect(codesFor('课程合格率达90%，得5分，每少1%，扣1分，扣完即止。')).toEqual([
      'threshold-differs-from-target',
    ]);
  });

  it('说的是别的事', () => {
    expect(codesFor('达标资料完成必须是95%得满分，未达到该指标少10%，扣1分，扣完为止。')).toEqual([
      'rule-about-another-subject',
    ]);
  });

  it('分档有空档、重叠或倒挂', () => {
    const bands = (middle: string) => `95%≤课程合格率，得5分；${middle}；80%≤课程合格率<85%，得3分。`;
    expect(codesFor(bands('85%≤课程合格率<90%，得4分'))).toEqual(['tiers-with-holes']);
    expect(codesFor(bands('85%≤课程合格率<98%，得4分'))).toEqual(['tiers-with-holes']);
    expect(codesFor(bands('85%≤课程合格率<95%，得5分'))).toEqual(['tiers-with-holes']);
    expect(codesFor('95%≥课程合格率，得5分；90%≤课程合格率<95%，得4分。')).toEqual(['tiers-with-holes']);
  });

  it('只能由人评分的标准是提示', () => {
    expect(codesFor('酌情给分')).toEqual(['rule-needs-a-person']);
  });
});
