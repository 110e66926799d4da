import { INSTALLATION } from '#application';
import { everythingSent, readInbox, writePreferences, type QueuePlace } from '#jobs';
import { request } from '../../libs/application/given.ts';
import { KeepingChannel, Office } from './office.ts';

const WINDOWS = { submission: { opens: '2027-03-01', closes: '2027-03-31' } };

/** What reminders do, whatever keeps their queues. */
export function remindersContract(name: string, open: () => Promise<(office: Office) => QueuePlace>): void {
  describe(`催报与收件箱（${name}）`, () => {
    let office: Office;
    let placeIn: (office: Office) => QueuePlace;
    beforeEach(async () => {
      placeIn = await open();
      office = await Office.open();
    });
    afterEach(() => office.close());

    const steps = async (user: string): Promise<string[]> =>
      (await office.told(user)).map(({ step }) => step);
    const goThrough = async (...moments: string[]): Promise<void> => {
      for (const moment of moments) {
        office.goTo(moment);
        await office.settled();
      }
    };

    it('到期前7、3、1天、当天、逾期每天提醒经办，逾期三天告知负责人，各一次', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      await office.draft('d');
      await office.settled();
      expect(await steps('clerk')).toEqual([]);
      await goThrough('2027-03-24 09:00', '2027-03-24 18:00', '2027-03-28 09:00', '2027-03-30 09:00');
      await goThrough('2027-03-31 09:00', '2027-04-01 09:00', '2027-04-02 09:00', '2027-04-03 09:00');
      expect(await steps('clerk')).toEqual([
        'd-7',
        'd-3',
        'd-1',
        'd0',
        'overdue-1',
        'overdue-2',
        'overdue-3',
      ]);
      expect(await steps('head')).toEqual(['escalation']);
      const [first] = await office.told('clerk');
      expect(first?.title).toBe('还有 7 天：《渠道清淤》');
      expect(first?.body).toBe('《渠道清淤》（河道管理站）还有 7 天截止，请于2027年3月31日前填报。');
    });

    it('办完即不再提醒，下一环节的人即时收到', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      const id = await office.draft('d');
      await goThrough('2027-03-24 09:00');
      await office.county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
      await office.settled();
      await goThrough('2027-03-31 09:00');
      expect(await steps('clerk')).toEqual(['d-7']);
      expect(await steps('head')).toEqual(['arrived', 'd0']);
      const { items } = await readInbox(office.pool, 'head');
      expect(items.map(({ deadline }) => deadline)).toEqual(['2027-03-31', '2027-03-31']);
    });

    it('延期后提醒随之顺延；已说过的不重说', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      await office.draft('d');
      await goThrough('2027-03-28 09:00');
      await office.county.application.sendToCampaign(
        'd',
        {
          type: 'ExtendDeadline',
          window: 'submission',
          scope: { unit: '101002' },
          until: '2027-04-10',
          reason: '系统检修',
        },
        request(INSTALLATION),
      );
      await office.settled();
      await goThrough('2027-03-31 09:00', '2027-04-03 09:00', '2027-04-07 09:00');
      expect(await steps('clerk')).toEqual(['d-3', 'd-7', 'd-3']);
    });

    it('催办和抄送进收件箱，写明是谁、附言', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      const id = await office.draft('d');
      const { application } = office.county;
      await application.send(id, { type: 'PresentTarget' }, request('clerk'));
      await application.send(id, { type: 'SubmitTarget', answers: [] }, request('head'));
      await application.send(id, { type: 'UrgeReview', note: '今天要报县政府' }, request('head'));
      const copied = { type: 'CopyTarget', to: [{ user: 'stranger', name: '生' }], note: '' } as const;
      await application.send(id, copied, request('head'));
      await office.settled();
      expect(await steps('section')).toEqual(expect.arrayContaining(['arrived', 'urged']));
      const urged = (await office.told('section')).find(({ step }) => step === 'urged');
      expect(urged?.body).toBe('head某请您尽快审核《渠道清淤》（河道管理站）。附言：今天要报县政府');
      expect(await steps('stranger')).toEqual(['copied']);
    });

    it('停机一周再开，只说最近的一步；两个 worker 同时开，各一次', async () => {
      await office.openCampaign('d', { windows: WINDOWS });
      for (const name of ['一', '二', '三', '四', '五']) await office.draft('d', name);
      office.clock.moveTo('2027-03-31 12:00');
      await Promise.all([office.work(placeIn(office)), office.work(placeIn(office))]);
      await office.settled();
      expect(await steps('clerk')).toEqual(['d0', 'd0', 'd0', 'd0', 'd0']);
    });

    it('停机几天再开，说的是当天实际还剩、实际逾期的天数', async () => {
      await office.openCampaign('d', { windows: WINDOWS });
      await office.draft('d');
      office.clock.moveTo('2027-03-26 12:00');
      await office.work(placeIn(office));
      await office.settled();
      await office.rest();
      office.clock.moveTo('2027-04-20 12:00');
      await office.work(placeIn(office));
      await office.settled();
      const told = await office.told('clerk');
      expect(told.map(({ step, title }) => `${step} ${title}`)).toEqual([
        'd-7 还有 5 天：《渠道清淤》',
        expect.stringMatching(/^overdue-\d+ 已逾期 20 天：《渠道清淤》$/),
      ]);
      expect(told[0]?.body).toBe('《渠道清淤》（河道管理站）还有 5 天截止，请于2027年3月31日前填报。');
    });

    it('汇总邮件说的是发出当天实际还剩的天数；期限已顺延的不再发', async () => {
      const mail = new KeepingChannel('mail');
      const mailed = { address: 'c@example.gov.cn', mail: 'daily', robots: [] } as const;
      await writePreferences(office.pool, 'clerk', mailed);
      await office.work(placeIn(office), { channels: [mail] });
      await office.openCampaign('d', { windows: WINDOWS });
      await office.draft('d', '一');
      const id = await office.draft('d', '二');
      await goThrough('2027-03-24 20:00');
      expect(mail.taken).toEqual([]);
      await office.county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
      await goThrough('2027-03-25 09:30');
      expect(mail.taken).toMatchObject([
        {
          title: '还有 6 天：《一》',
          lines: [{ body: '《一》（河道管理站）还有 6 天截止，请于2027年3月31日前填报。' }],
        },
      ]);
      const inbox = (await office.told('clerk')).map(({ title }) => title);
      expect(inbox.sort()).toEqual(['还有 7 天：《一》', '还有 7 天：《二》']);
      await goThrough('2027-03-28 20:00');
      await office.county.application.sendToCampaign(
        'd',
        {
          type: 'ExtendDeadline',
          window: 'submission',
          scope: { all: true },
          until: '2027-04-10',
          reason: '系统检修',
        },
        request(INSTALLATION),
      );
      await goThrough('2027-03-29 09:30');
      expect(mail.taken).toHaveLength(1);
      expect(await steps('clerk')).toEqual(['d-7', 'd-7', 'd-3']);
    });

    it('单位一份也没有起草的，到期前提醒经办和审核岗；起草即止，全部作废又起', async () => {
      const mail = new KeepingChannel('mail');
      const mailed = { address: 'head@example.gov.cn', mail: 'each', robots: [] } as const;
      await writePreferences(office.pool, 'head', mailed);
      await office.work(placeIn(office), { channels: [mail] });
      await office.openCampaign('d', { windows: WINDOWS });
      await goThrough('2027-03-24 09:00');
      expect(await steps('clerk')).toEqual(['d-7']);
      expect(await steps('head')).toEqual(['d-7']);
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
      await goThrough('2027-03-28 09:00');
      expect(await steps('head')).toEqual(['d-7']);
      await office.county.application.send(id, { type: 'AbandonTarget', reason: '重复' }, request('clerk'));
      await office.settled();
      await goThrough('2027-03-30 09:00', '2027-03-31 09:00', '2027-04-03 09:00');
      expect(await steps('head')).toEqual(['d-7', 'd-1', 'd0', 'overdue-3']);
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
      await goThrough('2027-03-24 09:00');
      expect(await steps('performance')).toEqual(['arrived', 'd-7']);
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
      await goThrough('2027-03-28 09:00', '2027-04-03 09:00');
      expect(await steps('performance')).toEqual(['arrived', 'd-7']);
      expect(await steps('newcomer')).toEqual(['d-7', 'd-3', 'overdue-3']);
    });

    it('目标在办而单位的经办离任，即请绩效股落实办理人员；有人接手即止', async () => {
      await office.staff('101');
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      const id = await office.draft('d');
      await goThrough('2027-03-24 09:00');
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
      await goThrough('2027-03-28 09:00');
      expect(await steps('performance')).toEqual(['d-7']);
      expect(await steps('clerk')).toEqual(['d-7', 'd-3']);
    });

    it('批次关闭后不再提醒', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      await office.draft('d');
      await office.county.application.sendToCampaign(
        'd',
        { type: 'CloseCampaign', reason: '结束' },
        request(INSTALLATION),
      );
      await office.settled();
      await goThrough('2027-03-31 09:00');
      expect(await steps('clerk')).toEqual([]);
    });
  });
}
