import { type HistoryItem } from '../api/index.ts';
import { saidOnReturn } from './annotations.ts';

const item = (type: string, comment?: string, data: object = {}): HistoryItem => ({
  revision: 0,
  id: type,
  type,
  label: type,
  time: '2026-10-12T09:00:00+08:00',
  actor: { user: 'head', name: '蒋志远', post: '单位负责人', organisation: '河道管理站' },
  changes: [],
  data: { ...data },
  seal: '',
  ...(comment !== undefined && { comment }),
});
const handedBack = [item('TargetDrafted'), item('TargetPresented'), item('TargetHandedBack', '请补齐支出')];
const returned = [
  item('TargetSubmitted'),
  item('OpinionGiven', '概况不够具体'),
  item('TargetReturned', undefined, { to: 'unit' }),
];

describe('打开退回来的表', () => {
  it('负责人退回经办的，说明谁退回、为什么；再提交以后不再提', () => {
    expect(saidOnReturn(handedBack, false)).toEqual(['退回经办的意见（蒋志远）：请补齐支出']);
    expect(saidOnReturn([...handedBack, item('FormRevised')], false)).toHaveLength(1);
    expect(saidOnReturn([...handedBack, item('TargetPresented')], false)).toEqual([]);
  });

  it('审核退回后又被负责人退回的，两个意见都列', () => {
    expect(saidOnReturn(returned, true)).toEqual(['退回意见（河道管理站 蒋志远）：概况不够具体']);
    expect(saidOnReturn([...returned, ...handedBack.slice(1)], true)).toHaveLength(2);
    expect(saidOnReturn(returned, false)).toEqual([]);
  });
});
