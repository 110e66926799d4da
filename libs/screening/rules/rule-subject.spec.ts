import type { Indicator } from '#form';
import { screen } from '../index.ts';
import { sampleProject } from '../sample-forms.ts';

const base = { level1: '产出指标', level2: '质量指标', operator: '≥', value: '95', unit: '%' } as const;
const codesFor = (...rows: Partial<Indicator>[]): string[] => {
  const indicators = rows.map((row, index) => ({ ...base, ...row, id: `i${String(index + 20)}` }));
  const form = sampleProject({ indicators: [...(sampleProject().indicators ?? []), ...indicators] });
  return screen(form)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ code, path }) => `${code} ${path}`);
};
const inWords = { operator: '定性', value: '提升' } as const;

describe('评（扣）分标准说的是本指标', () => {
  it('量的是另一种率', () => {
    const row = { name: '双随机抽检完成率', explanation: '考察双随机抽检的完成情况' };
    expect(
      codesFor({ ...row, scoringRule: '项目完成及时率达95%，得满分，每少2%，扣1分，扣完即止。' }),
    ).toEqual(['rule-about-another-subject /indicators/i20/scoringRule']);
    expect(codesFor({ ...row, scoringRule: '项目完成率达95%，得满分，每少2%，扣1分，扣完即止。' })).toEqual(
      [],
    );
  });

  it('解释中提到的率不算另一种', () => {
    const row = { name: '规范经营秩序', explanation: '责任牌上墙，落实到商户' };
    const scoringRule = '责任牌覆盖率≥95%得满分，每少1%扣1分，扣完为止';
    expect(codesFor({ ...row, scoringRule })).toEqual([]);
  });

  it('整句抄自另一条指标', () => {
    const scoringRule = '起到了增强企业环保意识和主体责任感的作用，得满分，未起到该作用，不得分。';
    const source = { ...inWords, name: '企业环保意识', explanation: '增强企业环保意识和主体责任感' };
    const invested = { ...inWords, name: '外地企业来本地投资', explanation: '引进外地企业' };
    expect(codesFor({ ...source, scoringRule }, { ...invested, scoringRule })).toEqual([
      'rule-about-another-subject /indicators/i21/scoringRule',
    ]);
  });

  it('几条指标共用的笼统说法不算抄', () => {
    const scoringRule = '起到了该作用，得满分，未起到该作用，不得分。';
    expect(
      codesFor(
        { ...inWords, name: '企业环保意识', scoringRule },
        { ...inWords, name: '群众生活质量', scoringRule },
      ),
    ).toEqual([]);
  });
});

describe('定性的指标值不按数计分', () => {
  it('目标是“增强”，标准却按百分比扣分', () => {
    const row = { ...inWords, name: '职工归属感', value: '增强' };
    expect(codesFor({ ...row, scoringRule: '达98%得满分，每减少1%扣0.5分，扣完为止' })).toContain(
      'rule-unlike-target /indicators/i20/scoringRule',
    );
    expect(codesFor({ ...row, scoringRule: '明显增强得满分，一般得一半分，没有增强不得分' })).not.toContain(
      'rule-unlike-target /indicators/i20/scoringRule',
    );
  });
});
