import { doors } from './doors.ts';
import { editing } from './editing.ts';
import { evaluating } from './evaluating.ts';
import { handingOn } from './handing-on.ts';
import { importing } from './importing.ts';
import { interruptions } from './interruptions.ts';
import { keyboard } from './keyboard.ts';
import { leading } from './leading.ts';
import { looks } from './looks.ts';
import { mainPath } from './main-path.ts';
import { mishaps } from './mishaps.ts';
import { hasChromium, Office } from './office.ts';
import { printing } from './printing.ts';
import { reviewing } from './reviewing.ts';
import { typing } from './typing.ts';

(hasChromium ? describe : describe.skip)('in a browser (skipped: no chromium)', () => {
  let opened: Office | undefined;
  const office = (): Office => {
    if (!opened) throw new Error('the office has not opened');
    return opened;
  };
  beforeAll(async () => {
    opened = await Office.open();
  }, 300_000);
  afterEach(() => opened?.leave());
  afterAll(() => opened?.close());

  describe('一个目标从草稿到评价完成', () => mainPath(office));
  describe('进门', () => doors(office));
  describe('意外情况', () => mishaps(office));
  describe('被打断时', () => interruptions(office));
  describe('填报时', () => editing(office));
  describe('写审核意见时', () => reviewing(office));
  describe('审核中一起办理时', () => handingOn(office));
  describe('领导和绩效股批量办理时', () => leading(office));
  describe('年终时', () => evaluating(office));
  describe('从已有的表导入', () => importing(office));
  describe('只用键盘', () => keyboard(office));
  describe('a form of 200 indicators', () => typing(office));
  describe('on paper', () => printing(office));
  describe('how it looks', () => looks(office));

  it('no page complained', () => expect(office().complaints).toEqual([]));
});
