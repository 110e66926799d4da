import { INSTALLATION } from '#application';
import { everythingSent, readInbox, writePreferences } from '#jobs';
import { request } from '../../libs/application/given.ts';
import { KeepingChannel, Office, WINDOWS, type Place } from './office.ts';

/** Who is reminded where a unit has begun nothing, or has nobody who could, whatever keeps the queues. */
export function staffingContract(name: string, open: () => Promise<Place>): void {
  describe(`单位未起草、无人可办（${name}）`, () => {
    let office: Office;
    let placeIn: Place;
    beforeEach(async () => {
      placeIn = await open();
      office = await Office.open();
    });
    afterEach(() => office.close());

    it('单位一份也没有起草的，到期前提醒经办和审核岗；起草即止，全部作废又起', async () => {
      const mail = new KeepingChannel('mail');
      const mailed = { address: 'head@example.gov.cn', mail: 'each', robots: [] } as const;
      await writePreferences(office.pool, 'head', mailed);
      await office.work(placeIn(office), { channels: [mail] });
      await office.openCampaign('d', { windows: WINDOWS });
      await office.goThrough('2027-03-24 09:00');
      expect(await office.steps('clerk')).toEqual(['d-7']);
      expect(await office.steps('head')).toEqual(['d-7']);
      const [line] = mail.taken.flatMap(({ lines }) => lines);
      expect(line?.link).toBe('https://mubiao.example.gov.cn/targets/new?campaign=d');
      expect((await readInbox(office.pool, 'head')).items).toMatchObject([
        {
          target: null,
          path: '/targets/new?campaign=d',
          title: '还有 7 天：“测试批次”（河道管理站）',
          body: '“测试批次”（河道管理站还没有起草任何绩效目标）还有 7 天截止，请于2027年3月31日前填报。',
        },
      ]);
      const id = await office.draft('d');
      await office.goThrough('2027-03-28 09:00');
      expect(await office.steps('head')).toEqual(['d-7']);
      await office.county.application.send(id, { type: 'AbandonTarget', reason: '重复' }, request('clerk'));
      await office.settled();
      await office.goThrough('2027-03-30 09:00', '2027-03-31 09:00', '2027-04-03 09:00');
      expect(await office.steps('head')).toEqual(['d-7', 'd-1', 'd0', 'overdue-3']);
      expect((await office.told('clerk')).filter(({ target }) => target === null)).toHaveLength(4);
      const sent = await everythingSent(office.pool, { campaign: 'd' });
      expect(sent.filter(({ recipient }) => recipient === 'clerk').map(({ step }) => step)).toEqual([
        'd-7',
        'd-1',
        'd0',
        'overdue-3',
      ]);
      const inDepartment = await everythingSent(office.pool, { department: '101' });
      expect(inDepartment).toEqual(sent.filter(({ unit }) => unit?.startsWith('101')));
      expect(inDepartment.length).toBeLessThan(sent.length);
      expect(await everythingSent(office.pool, { campaign: 'c' })).toEqual([]);
    });

    it('单位没有人的，即请绩效股落实填报人员；有人到岗即止，改为提醒本人', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      await office.settled();
      await office.goThrough('2027-03-24 09:00');
      expect(await office.steps('performance')).toEqual(['arrived', 'd-7']);
      const [item] = (await readInbox(office.pool, 'performance')).items;
      expect(item).toMatchObject({
        path: '/targets?campaign=d&unit=101',
        title: '还有 7 天：“测试批次”（水利局）',
        body:
          '“测试批次”（水利局没有在岗的经办和审核岗，还没有起草任何绩效目标）还有 7 天截止，' +
          '请于2027年3月31日前落实填报人员。',
      });
      const { application } = office.county;
      const newcomer = { user: 'newcomer', username: 'newcomer', name: '新来', post: '科员', leads: false };
      const place = { unit: '101' };
      await application.sendToDirectory(
        { type: 'RegisterPerson', ...newcomer, place },
        request(INSTALLATION),
      );
      const role = { type: 'GrantRole', user: 'newcomer', role: 'clerk' } as const;
      await application.sendToDirectory(role, request(INSTALLATION));
      await office.settled();
      await office.goThrough('2027-03-28 09:00', '2027-04-03 09:00');
      expect(await office.steps('performance')).toEqual(['arrived', 'd-7']);
      expect(await office.steps('newcomer')).toEqual(['d-7', 'd-3', 'overdue-3']);
    });

    it('目标在办而单位的经办离任，即请绩效股落实办理人员；有人接手即止', async () => {
      await office.staff('101');
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      const id = await office.draft('d');
      await office.goThrough('2027-03-24 09:00');
      const { application } = office.county;
      const duty = { user: 'clerk', role: 'clerk' } as const;
      await application.sendToDirectory({ type: 'RevokeRole', ...duty }, request(INSTALLATION));
      await office.settled();
      expect((await readInbox(office.pool, 'performance')).items).toMatchObject([
        {
          path: `/targets/${id}`,
          title: '还有 7 天：《渠道清淤》',
          body:
            '《渠道清淤》（河道管理站，没有能办理的在岗人员）还有 7 天截止，' +
            '请于2027年3月31日前落实办理人员。',
        },
      ]);
      await application.sendToDirectory({ type: 'GrantRole', ...duty }, request(INSTALLATION));
      await office.settled();
      await office.goThrough('2027-03-28 09:00');
      expect(await office.steps('performance')).toEqual(['d-7']);
      expect(await office.steps('clerk')).toEqual(['d-7', 'd-3']);
    });
  });
}
