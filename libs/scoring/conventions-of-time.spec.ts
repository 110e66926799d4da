import { points, row } from './given.ts';

const dated = (rule: string, changes = {}) =>
  row(rule, { name: '项目完成时间', type: '定性', value: '2024年12月31日前', unit: '无', ...changes });

describe('C12 日期', () => {
  const rule = dated('12月31日前完成得满分，每延期一天扣1分');
  it.each([
    ['2024-12-31', '10.00'],
    ['2025年1月3日', '7.00'],
    ['2025/01/20', '0.00'],
    ['推迟2天', '8.00'],
    ['2024-02-30', 'invalid'],
  ])('%s：%s', (actual, score) => expect(points(rule, actual)).toBe(score));
  it('逾期不得分', () => expect(points(dated('年底前完成得10分，超时不计分'), '2025-01-01')).toBe('0.00'));
  it('“早于”的当日，交人工', () =>
    expect(
      points(
        dated('12月31日前完成得满分，逾期不得分', { type: '早于', value: '2024年12月31日' }),
        '2024-12-31',
      ),
    ).toBe('manual'));
});

describe('C13 与上年相比', () => {
  const trend = (rule: string, name = '水电消耗量') =>
    row(rule, { name, type: '定性', value: '降低', unit: '无' });
  const fall = trend('水电消耗量较2023年下降，得10分。无下降，不得分。');
  it.each([
    ['下降', '10.00'],
    ['下降3.5%', '10.00'],
    ['2023年120吨，2024年100吨', '10.00'],
    ['持平', '0.00'],
    ['0%', '0.00'],
    ['上升', '0.00'],
    ['是', '10.00'],
    ['3%', 'manual'],
    ['100吨', 'manual'],
    ['未上升', 'manual'],
  ])('要求下降，%s：%s', (actual, score) => expect(points(fall, actual)).toBe(score));
  it('不超过上年，持平也算', () =>
    expect(points(trend('水电消耗量不超过上年度得10分，超过不得分'), '持平')).toBe('10.00'));
  it('名称说明方向的，比率不必带方向', () =>
    expect(points(trend('较上年下降得10分，否则不得分', '水电消耗量下降率'), '3%')).toBe('10.00'));
});

describe('C14 按比例', () => {
  it('超出按比例扣减', () =>
    expect(
      points(
        row('完成得10分，超出按比例扣减', { name: '资金支出', type: '≤', value: '200', unit: '万元' }),
        '210万元',
      ),
    ).toBe('9.50'));
  it('按资金使用率等比计分', () =>
    expect(
      points(
        dated('12月31日前使用完毕得10分。未使用完毕，按资金使用率等比计分', { name: '经费支出时效性' }),
        '85%',
      ),
    ).toBe('8.50'));
  it('按使用率扣分有两种读法，交人工', () =>
    expect(points(dated('完成得满分，未完成按资金使用率等比扣分'), '90%')).toBe('manual'));
  it('每完成一项得分，不超过分值', () => {
    const earned = row('每完成1项得3分', { name: '改革任务', value: '4', unit: '项' });
    expect(points(earned, '2项')).toBe('6.00');
    expect(points(earned, '5项')).toBe('10.00');
  });
});

describe('C15 必须由人评', () => {
  it.each([
    ['', '没有评分标准'],
    ['资金支出尽可能控制在预算内', '没有写怎样得分'],
    ['制定办法得4分，办法落实得6分', '几个条件各自计分'],
    ['城区无违规燃放行为得10分，否则不得分', '说的是别的事'],
  ])('“%s”：%s', (rule) => expect(points(row(rule), '95%')).toBe('manual'));
  it('酌情扣分，达到目标仍得满分', () => {
    expect(points(row('达到95%得满分，否则酌情扣分'), '96%')).toBe('10.00');
    expect(points(row('达到95%得满分，否则酌情扣分'), '90%')).toBe('manual');
  });
  it('没有分值', () => expect(points(row('每少1%扣1分', { weightText: '' }), '95%')).toBe('manual'));
});

describe('C16 不成立的实际值', () => {
  const sessions = row('每少1次扣1分', { name: '培训次数', value: '12', unit: '次' });
  it.each(['', '—', 'abc', '良好', '-3次', '11.5次', '3小时'])('“%s”', (actual) =>
    expect(points(sessions, actual)).toBe('invalid'),
  );
  it('满意度不会超过100%', () => expect(points(row('每少1%扣1分'), '105%')).toBe('invalid'));
  it('增长率可以超过100%，也可以是负数', () => {
    const growth = row('每少1%扣1分', { name: '产值增长率', value: '5' });
    expect(points(growth, '120%')).toBe('10.00');
    expect(points(growth, '-2%')).toBe('3.00');
  });
  it('评分标准读不懂时，不成立的实际值仍是不成立', () =>
    expect(points(row('视情况评定'), '')).toBe('invalid'));
});

describe('C17 数的写法', () => {
  const people = row('每少100人扣1分', { name: '参加人数', value: '0.2', unit: '万人' });
  it.each(['2000人', '0.2', '０．２万人', '2,000人', '0.2万'])('%s 是两千人', (actual) =>
    expect(points(people, actual)).toBe('10.00'),
  );
  it('百分率没有写单位', () => expect(points(row('每少1%扣1分'), '９３％')).toBe('8.00'));
});
