import { points, row } from './given.ts';

const count = (rule: string, changes = {}) =>
  row(rule, { name: '宣传活动场次', value: '20', unit: '场', ...changes });
const word = (rule: string, changes = {}) =>
  row(rule, { name: '人居环境', type: '定性', value: '提升', unit: '无', ...changes });

describe('C1 几种读法', () => {
  const rule = row('满意度达90%以上得满分，每少1%扣2分');
  it('读法不同的结果一致，即为得分', () => expect(points(rule, '60%')).toBe('0.00'));
  it('读法不同的结果不一致，交人工', () => expect(points(rule, '92%')).toBe('manual'));
});

describe('C2 满分与下限', () => {
  const rule = count('每少1场扣3分');
  it('达到目标得分值', () => expect(points(rule, '20场')).toBe('10.00'));
  it('超额完成不加分', () => expect(points(rule, '30场')).toBe('10.00'));
  it('没有写扣完为止，也不低于零分', () => expect(points(rule, '2场')).toBe('0.00'));
  it('支出低于限额得满分', () =>
    expect(
      points(row('每超1万元扣1分', { name: '项目支出', type: '≤', value: '50', unit: '万元' }), '40万元'),
    ).toBe('10.00'));
});

describe('C3 扣分', () => {
  it('没有写“每”，也按每一档扣', () => expect(points(count('少1场扣1分'), '17场')).toBe('7.00'));
  it('漏写“扣”字仍是扣分', () => expect(points(count('未到达指标值、少2场1分'), '16场')).toBe('8.00'));
  it('没有完成，扣完即止，是零分', () =>
    expect(points(count('完成得10分，没有完成，扣完即止'), '19场')).toBe('0.00'));
});

describe('C4 一档的大小', () => {
  it('百分率的1%就是一个百分点', () => expect(points(row('下降1%扣一分'), '93%')).toBe('8.00'));
  it('数量的1%按目标值的比例', () => expect(points(count('每少5%扣1分'), '18场')).toBe('8.00'));
  it('能换算的单位先换算', () =>
    expect(points(row('每少5000元扣1分', { name: '非税收入', value: '5', unit: '万元' }), '4万元')).toBe(
      '8.00',
    ));
  it('场、次、件互通，场与瓶不互通', () => {
    expect(points(count('每少1次扣1分'), '18场')).toBe('8.00');
    expect(points(count('每少1瓶扣1分'), '18场')).toBe('manual');
    expect(points(count('每少1瓶扣1分'), '20场')).toBe('10.00');
  });
  it('实际值给出了扣分的单位，就可以计', () =>
    expect(points(row('每发现一次弄虚作假扣2分'), '2次')).toBe('6.00'));
});

describe('C5 不足一档', () => {
  const rule = count('每少5场扣1分');
  it('没有规定，交人工', () => expect(points(rule, '17场')).toBe('manual'));
  it.each([
    ['whole', '10.00'],
    ['proportional', '9.40'],
    ['up', '9.00'],
  ] as const)('规定为 %s', (policy, score) => expect(points(rule, '17场', policy)).toBe(score));
  it('各种算法都扣完，即为零分', () => expect(points(row('每少1%扣3分'), '90.5%')).toBe('0.00'));
});

describe('C6 界限', () => {
  it('以上含本数', () => expect(points(row('95%以上得10分，否则不得分'), '95%')).toBe('10.00'));
  it('评分标准不含、指标值含的界限上，交人工', () => {
    expect(points(row('大于95%得10分，否则不得分'), '95%')).toBe('manual');
    expect(points(row('大于95%得10分，否则不得分'), '96%')).toBe('10.00');
  });
});

describe('C7 评分标准与表不一致', () => {
  it('满分与分值不同', () => {
    expect(points(row('达到95%得5分，每少1%扣1分'), '95%')).toBe('manual');
    expect(points(row('达到95%得5分，每少1%扣1分'), '80%')).toBe('0.00');
  });
  it('单位与数字矛盾：金额写了百分号', () => {
    const spending = row('每超1%扣2分', { name: '项目支出', type: '≤', value: '147.68' });
    expect(points(spending, '150%')).toBe('manual');
    expect(points(spending, '147.68%')).toBe('10.00');
  });
  it('扣分方向与类型矛盾', () => {
    const limit = row('每减少10%扣1分', { name: '预算控制率', type: '≤', value: '100' });
    expect(points(limit, '100%')).toBe('10.00');
    expect(points(limit, '90%')).toBe('manual');
  });
  it('既加分又扣分，交人工', () =>
    expect(points(count('每多1场加1分，每少1场扣1分'), '20场')).toBe('manual'));
});

describe('C8 分档', () => {
  const tiers = row('95%≤满意度得10分；90%≤满意度<95%得8分；80%（含）-90%得5分');
  it.each([
    ['95%', '10.00'],
    ['94.9%', '8.00'],
    ['90%', '8.00'],
    ['80%', '5.00'],
    ['79%', '0.00'],
  ])('%s 得 %s 分', (actual, score) => expect(points(tiers, actual)).toBe(score));
  it('符号写反的，两种读法不同才交人工', () => {
    const reversed = row('95%≥满意度得10分；90%≤满意度<95%得8分');
    expect(points(reversed, '95%')).toBe('10.00');
    expect(points(reversed, '92%')).toBe('manual');
  });
  it('档距不等的以此类推，交人工', () =>
    expect(points(row('≥95%得10分；≥90%得8分；≥80%得5分；以此类推'), '75%')).toBe('manual'));
});

describe('C9 全有或全无', () => {
  it('没有写否则，未达到也是零分', () => expect(points(count('达到20场得满分'), '19场')).toBe('0.00'));
  it('一次性扣分从分值中扣', () => expect(points(count('未完成，扣3分'), '19场')).toBe('7.00'));
  it('说的是一件事，多件交人工', () => {
    const once = word('未出现风险事件得10分；出现风险事件，扣5分', { name: '风险事件防控' });
    expect(points(once, '1起')).toBe('5.00');
    expect(points(once, '2起')).toBe('manual');
  });
  it('条件不是本指标的数：低于目标为零分，达到目标交人工', () => {
    const generic = count('按上级要求及时完成各项工作得10分，其他情况不得分');
    expect(points(generic, '19场')).toBe('0.00');
    expect(points(generic, '20场')).toBe('manual');
  });
});

describe('C10 等次与是否', () => {
  const grades = word('提升效果明显得10分，效果一般得70%指标分，无效果不得分');
  it.each([
    ['明显', '10.00'],
    ['明显提升', '10.00'],
    ['效果一般', '7.00'],
    ['未起到作用', '0.00'],
    ['良好', 'manual'],
  ])('%s：%s', (actual, score) => expect(points(grades, actual)).toBe(score));
  it('下一等不低于上一等的，该等次交人工', () =>
    expect(points(word('效果显著得满分，效果一般得10分，无效不得分'), '一般')).toBe('manual'));
  it.each([
    ['是', '10.00'],
    ['提升', '10.00'],
    ['否', '0.00'],
    ['持平', '0.00'],
    ['部分完成', 'manual'],
    ['不断提升', 'manual'],
  ])('起到作用的是否：%s 为 %s', (actual, score) =>
    expect(points(word('起到了提升人居环境的作用得10分，否则不得分'), actual)).toBe(score),
  );
});

describe('C11 发生次数', () => {
  const accidents = row('每发生1起扣4分', { name: '安全事故', type: '=', value: '0', unit: '起' });
  it.each([
    ['无', '10.00'],
    ['0', '10.00'],
    ['2起', '2.00'],
    ['1.5起', 'invalid'],
  ])('%s：%s', (actual, score) => expect(points(accidents, actual)).toBe(score));
  it('按分值的比例扣', () =>
    expect(
      points(
        row('每发现一次扣20%本项指标分数', { name: '违规次数', type: '=', value: '0', unit: '次' }),
        '2次',
      ),
    ).toBe('6.00'));
});

describe('括号与前提', () => {
  it('括号中另有扣分的，不当作说明略过', () =>
    expect(points(row('每少1%扣1分（低于90%不得分）'), '93%')).toBe('manual'));
  it('括号中的说明不影响得分', () =>
    expect(points(row('满意度（含书面调查）达到95%得10分，每少1%扣1分'), '93%')).toBe('8.00'));
  it('没有写得分的前提，就是满分的条件', () => {
    const training = count('宣传活动20场，未举办不计分');
    expect(points(training, '20场')).toBe('10.00');
    expect(points(training, '19场')).toBe('0.00');
  });
  it('每月一次，全年就是十二次', () =>
    expect(points(count('每月宣传一次得满分，每少1次扣1分', { value: '12' }), '10场')).toBe('8.00'));
});
