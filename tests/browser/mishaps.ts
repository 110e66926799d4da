import { idIn, signIn, type Office } from './office.ts';

/** What goes wrong in an office: two editors, a figure that is none, an expired session, a power cut, no right. */
export function mishaps(office: () => Office): void {
  const draft = async (): Promise<string> => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await page.waitForURL(/\/edit$/);
    return idIn(page);
  };

  it('两人同时修改：后保存的人看到两边的改动，选定后合并，谁的都没丢', async () => {
    const id = await draft();
    const [first, second] = [await office().as('clerk2'), await office().as('clerk2')];
    for (const page of [first, second]) await office().go(page, `/targets/${id}/edit`);
    await second.getByLabel('项目名称').fill('第二人的名称');
    await second.getByLabel('项目立项依据').fill('第二人的依据');
    await first.getByLabel('项目名称').fill('第一人的名称');
    await first.getByLabel('项目概况', { exact: true }).fill('第一人的概况');
    await first.getByRole('button', { name: '保存', exact: true }).click();
    await first.getByText(/已保存/).waitFor();

    await second.getByRole('button', { name: '保存', exact: true }).click();
    const dialog = second.getByRole('dialog', { name: '您填写期间，这张表已被更新' });
    await dialog.getByText('第一人的概况').waitFor();
    await office().shoot(second, 'conflict');
    await dialog.getByRole('button', { name: '合并到我的表中' }).click();
    expect(await second.getByLabel('项目名称').inputValue()).toBe('第二人的名称');
    expect(await second.getByLabel('项目概况', { exact: true }).inputValue()).toBe('第一人的概况');
    await second.getByRole('button', { name: '保存', exact: true }).click();
    await second.getByText(/已保存/).waitFor();
    const { body } = await (await office().system.as('auditor')).get(`/api/targets/${id}`);
    expect(body['form']).toMatchObject({
      name: '第二人的名称',
      basis: '第二人的依据',
      summary: '第一人的概况',
    });
  });

  it('别人保存了正打开的表：随即提示，手里的内容不动，看过改动再合并', async () => {
    const id = await draft();
    const page = await office().as('clerk2', `/targets/${id}/edit`);
    await page.getByLabel('项目名称').fill('正在填的名称');
    await page.getByText(/本机已暂存/).waitFor();
    const colleague = await office().system.as('clerk2');
    const { body: now } = await colleague.get(`/api/targets/${id}`);
    const form = { ...(now['form'] as object), summary: '同事填的概况' };
    const { status } = await colleague.put(
      `/api/targets/${id}/form`,
      { form },
      {
        'if-match': `"${String(now['revision'])}"`,
      },
    );
    expect(status).toBe(200);

    const notice = page.getByRole('status').filter({ hasText: '此表已被更新' });
    await notice.getByText('修改申报表').waitFor();
    expect(await page.getByLabel('项目名称').inputValue()).toBe('正在填的名称');
    expect(await page.getByLabel('项目概况', { exact: true }).inputValue()).toBe('');
    await office().shoot(page, 'overtaken');
    await notice.getByRole('button', { name: '查看改动' }).click();
    const dialog = page.getByRole('dialog', { name: '您填写期间，这张表已被更新' });
    await dialog.getByText('同事填的概况').waitFor();
    await dialog.getByRole('button', { name: '稍后处理' }).click();
    await notice.waitFor();
    // A power cut before it is decided: what was typed comes back, with the choice.
    await page.reload();
    await dialog.getByText('正在填的名称').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await dialog.getByRole('button', { name: '合并到我的表中' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText(/已保存/).waitFor();
    const { body: after } = await colleague.get(`/api/targets/${id}`);
    expect(after['form']).toMatchObject({ name: '正在填的名称', summary: '同事填的概况' });
    expect(await notice.count()).toBe(0);
  });

  it('金额填成文字：保存被拒绝，原因写在那一栏，填的内容还在', async () => {
    const id = await draft();
    const page = await office().as('clerk2', `/targets/${id}/edit`);
    const total = page.getByLabel('本年度申请资金（万元）合计');
    await total.fill('约五十');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('[data-path="/funding/thisYear/total"] .edit-message').waitFor();
    expect(await total.inputValue()).toBe('约五十');
    expect(await page.getByRole('alert').textContent()).toContain('填写不对');
    await total.fill('50');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText(/已保存/).waitFor();
    expect(await page.locator('.edit-message').count()).toBe(0);
  });

  it('登录过期：就地重新登录，保存接着完成，内容没有丢', async () => {
    const id = await draft();
    const page = await office().as('clerk2', `/targets/${id}/edit`);
    await page.getByLabel('项目名称').fill('过期前填的名称');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('登录已过期').waitFor();
    await signIn(page, 'clerk2');
    await page.getByText(/已保存/).waitFor();
    expect(await page.getByLabel('项目名称').inputValue()).toBe('过期前填的名称');
  });

  it('未保存就关掉页面：再打开时恢复，也可以放弃', async () => {
    const id = await draft();
    const page = await office().as('clerk2', `/targets/${id}/edit`);
    await page.getByLabel('项目名称').fill('没来得及保存');
    await page.getByText(/本机已暂存/).waitFor();
    await page.reload();
    await page.getByText('已恢复您上次在本机填写、尚未保存的内容').waitFor();
    expect(await page.getByLabel('项目名称').inputValue()).toBe('没来得及保存');
    await page.getByRole('button', { name: '放弃这些修改' }).click();
    expect(await page.getByLabel('项目名称').inputValue()).toBe('');
  });

  it('无权的人输入地址：说明此事归谁办，看不到内容', async () => {
    const id = await draft();
    const auditor = await office().as('auditor', '/review');
    await auditor.getByText('您的岗位不办理此事').waitFor();
    const other = await office().as('clerk', `/targets/${id}`);
    await other.getByText('没有这一内容，或者您无权查看').waitFor();
    const admin = await office().screen();
    await office().go(admin, `/targets/${id}`);
    await signIn(admin, 'admin');
    await admin.getByRole('alert').waitFor();
    expect(await admin.locator('.paper').count()).toBe(0);
  });
}
