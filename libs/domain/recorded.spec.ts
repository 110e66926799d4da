import { seatOf } from './index.ts';

describe('办理人的单位和职务', () => {
  it.each([
    ['绩效管理股', '绩效管理股股长', '绩效管理股股长'],
    ['望川县水利局', '单位负责人', '望川县水利局 单位负责人'],
    ['', '系统管理员', '系统管理员'],
    ['信息中心', '', '信息中心'],
  ])('%s 的 %s 说成“%s”', (organisation, post, said) => expect(seatOf({ organisation, post })).toBe(said));
});
