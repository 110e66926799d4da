import { INSTALLATION } from '#application';
import { readInbox, writePreferences } from '#jobs';
import { request } from '../../libs/application/given.ts';
import { KeepingChannel, Office, WINDOWS, type Place } from './office.ts';

/** What reminders do, whatever keeps their queues. */
export function remindersContract(name: string, open: () => Promise<Place>): void {
  describe(`催报与收件箱（${name}）`, () => {
    let office: Office;
    let placeIn: Place;
    beforeEach(async () => {
      placeIn = await open();
      office = await Office.open();
    });
    afterEach(() => office.close());

    it('到期前7、3、1天、当天、逾期每天提醒经办，逾期三天告知负责人，各一次', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      await office.draft('d');
      await office.settled();
      expect(await office.steps('clerk')).toEqual([]);
      await office.goThrough('2027-03-24 09:00', '2027-03-24 18:00', '2027-03-28 09:00', '2027-03-30 09:00');
      await office.goThrough('2027-03-31 09:00', '2027-04-01 09:00', '2027-04-02 09:00', '2027-04-03 09:00');
      expect(await office.steps('clerk')).toEqual([
        'd-7',
        'd-3',
        'd-1',
        'd0',
        'overdue-1',
        'overdue-2',
        'overdue-3',
      ]);
      expect(await office.steps('head')).toEqual(['escalation']);
      const [first] = await office.told('clerk');
      expect(first?.title).toBe('还有 7 天：《渠道清淤》');
      expect(first?.body).toBe('《渠道清淤》（河道管理站）还有 7 天截止，请于2027年3月31日前填报。');
    });

    it('办完即不再提醒，下一环节的人即时收到', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      const id = await office.draft('d');
      await office.goThrough('2027-03-24 09:00');
      await office.county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
      await office.settled();
      await office.goThrough('2027-03-31 09:00');
      expect(await office.steps('clerk')).toEqual(['d-7']);
      expect(await office.steps('head')).toEqual(['arrived', 'd0']);
      const { items } = await readInbox(office.pool, 'head');
      expect(items.map(({ deadline }) => deadline)).toEqual(['2027-03-31', '2027-03-31']);
    });

    it('延期后提醒随之顺延；已说过的不重说', async () => {
      await office.work(placeIn(office));
      await office.openCampaign('d', { windows: WINDOWS });
      await office.draft('d');
      await office.goThrough('2027-03-28 09:00');
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
      await office.goThrough('2027-03-31 09:00', '2027-04-03 09:00', '2027-04-07 09:00');
      expect(await office.steps('clerk')).toEqual(['d-3', 'd-7', 'd-3']);
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
      expect(await office.steps('section')).toEqual(expect.arrayContaining(['arrived', 'urged']));
      const urged = (await office.told('section')).find(({ step }) => step === 'urged');
      expect(urged?.body).toBe('head某请您尽快审核《渠道清淤》（河道管理站）。附言：今天要报县政府');
      expect(await office.steps('stranger')).toEqual(['copied']);
    });

    it('停机一周再开，只说最近的一步；两个 worker 同时开，各一次', async () => {
      await office.openCampaign('d', { windows: WINDOWS });
      for (const name of ['一', '二', '三', '四', '五']) await office.draft('d', name);
      office.clock.moveTo('2027-03-31 12:00');
      await Promise.all([office.work(placeIn(office)), office.work(placeIn(office))]);
      await office.settled();
      expect(await office.steps('clerk')).toEqual(['d0', 'd0', 'd0', 'd0', 'd0']);
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
      await office.goThrough('2027-03-24 20:00');
      expect(mail.taken).toEqual([]);
      await office.county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
      await office.goThrough('2027-03-25 09:30');
      expect(mail.taken).toMatchObject([
        {
          title: '还有 6 天：《一》',
          lines: [{ body: '《一》（河道管理站）还有 6 天截止，请于2027年3月31日前填报。' }],
        },
      ]);
      const inbox = (await office.told('clerk')).map(({ title }) => title);
      expect(inbox.sort()).toEqual(['还有 7 天：《一》', '还有 7 天：《二》']);
      await office.goThrough('2027-03-28 20:00');
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
      await office.goThrough('2027-03-29 09:30');
      expect(mail.taken).toHaveLength(1);
      expect(await office.steps('clerk')).toEqual(['d-7', 'd-7', 'd-3']);
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
      await office.goThrough('2027-03-31 09:00');
      expect(await office.steps('clerk')).toEqual([]);
    });
  });
}
