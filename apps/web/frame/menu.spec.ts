import { entryAt, menuOf, seesForms } from './menu.ts';

describe('菜单', () => {
  it('经办看到新建申报，看不到审核台', () =>
    expect(menuOf(['clerk']).map(({ label }) => label)).toEqual([
      '工作台',
      '新建申报',
      '目标清单',
      '指标库',
    ]));

  it('兼任两岗的人看到两岗的菜单', () =>
    expect(menuOf(['clerk', 'section']).map(({ label }) => label)).toContain('审核台'));

  it('系统管理员看不到任何申报表', () => {
    expect(seesForms(['admin'])).toBe(false);
    expect(menuOf(['admin']).map(({ label }) => label)).toEqual(['工作台', '机构与人员']);
  });

  it('marks the entry whose address is the longest beginning of the page’s', () => {
    const entries = menuOf(['clerk']);
    expect(entryAt('/targets/new', entries)?.label).toBe('新建申报');
    expect(entryAt('/targets/7/edit', entries)?.label).toBe('目标清单');
    expect(entryAt('/', entries)?.label).toBe('工作台');
    expect(entryAt('/nowhere', entries)).toBeUndefined();
  });
});
