import { Office } from './office.ts';
import { Year } from './year.ts';

describe('一个批次的一年', () => {
  let office: Office;
  beforeEach(async () => (office = await Office.open()));
  afterEach(() => office.close());

  it('每个该办事的人都按时收到提醒，各一次，无多无漏', async () => {
    await office.work();
    const year = new Year(office);
    await year.begin(60);
    await year.pass();
    const { told, expected } = await year.told();
    expect(expected.length).toBeGreaterThan(500);
    expect(told).toEqual(expected);
  }, 300_000);
});
