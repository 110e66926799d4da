import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idIn, paste, type Office } from './office.ts';

const FIXTURES = join(import.meta.dirname, '../documents/fixtures');
const PANEL = { name: '从已有的表导入' };

/** A form that a unit has already becomes a draft: dropped as a file, or pasted as cells. */
export function importing(office: () => Office): void {
  it('放入 Word 文件：先看读出了什么，选中的建成草稿', async () => {
    const page = await office().as('clerk', '/targets/new');
    const panel = page.getByRole('region', PANEL);
    const file = join(FIXTURES, 'disclosure-pair.docx');
    await panel.getByLabel('选择申报表文件').setInputFiles(file);
    await panel.getByText('读出 2 张表，尚未保存').waitFor();
    await office().shoot(page, 'import-read');
    await page.setViewportSize({ width: 390, height: 844 });
    await office().shoot(page, 'import-read-phone');
    await panel.getByRole('checkbox').first().uncheck();
    await panel.getByRole('button', { name: '建立 1 份草稿' }).click();
    await panel.getByRole('link', { name: '草稿已建立，去填报' }).click();
    await page.getByRole('heading', { name: '绩效指标' }).waitFor();
    expect(idIn(page)).not.toBe('');
  });

  it('粘贴 Excel 的单元格：一张表直接去填报；读不懂的说一句话', async () => {
    const page = await office().as('clerk', '/targets/new');
    const zone = page.getByRole('group', { name: '放入申报表文件或粘贴表格' });
    await zone.focus();
    await paste(page, '通知\t关于开会');
    await page.getByRole('region', PANEL).getByRole('alert').waitFor();
    await office().shoot(page, 'import-refused');
    await zone.focus();
    await paste(page, '项目名称\t河道保洁\t项目属性\t新增项目\n年度绩效目标\t河道干净\n');
    await page.getByRole('button', { name: '建立 1 份草稿' }).click();
    await page.getByRole('heading', { name: '绩效指标' }).waitFor();
    await page.getByText('河道保洁').first().waitFor();
  });

  it('附件：上传、保存、下载；不支持的说一句话', async () => {
    const page = await office().as('clerk', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    const section = page.getByRole('region', { name: '附件' });
    await section.getByLabel('选择附件').setInputFiles([
      { name: '立项批文.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7\n同意立项') },
      { name: '程序.pdf', mimeType: '', buffer: Buffer.from('MZ\u0090 not a document') },
    ]);
    await section.getByText('程序.pdf：不支持这种附件').waitFor();
    await section.scrollIntoViewIfNeeded();
    await office().shoot(page, 'attachments');
    const saved = page.waitForResponse(
      (reply) => reply.request().method() === 'PUT' && reply.url().endsWith('/form') && reply.ok(),
    );
    await page.keyboard.press('Control+s');
    await saved;
    const download = page.waitForEvent('download');
    await section.getByRole('link', { name: '立项批文.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('立项批文.pdf');
  });

  it('填回单位已有的申报表文件；不是申报表的说一句话', async () => {
    const page = await office().as('clerk', '/targets?state=draft');
    await page.locator('.target-table tbody a').first().click();
    await page.getByRole('button', { name: '下载 ▾' }).click();
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '申报表（Word）' }).click(),
    ]);
    const fillBack = async (file: string): Promise<void> => {
      await page.getByRole('button', { name: '下载 ▾' }).click();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('menuitem', { name: '填回已有的申报表文件…' }).click(),
      ]);
      await chooser.setFiles(file);
    };
    const back = page.waitForEvent('download');
    await fillBack(await paper.path());
    expect((await back).suggestedFilename()).toBe(paper.suggestedFilename());
    await fillBack(join(FIXTURES, 'disclosure-pair.docx'));
    await page.getByText('不能只改变化的单元格').waitFor();
  });

  it('图片改名的文件：一句话说明，页面还在', async () => {
    const page = await office().as('clerk', '/targets/new');
    const buffer = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      readFileSync(join(FIXTURES, 'project.docx')),
    ]);
    await page.getByLabel('选择申报表文件').setInputFiles({ name: '申报表.docx', mimeType: '', buffer });
    await page.getByText('认不出文件的格式').waitFor();
    const pdf = { name: '申报表.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7\n') };
    await page.getByLabel('选择申报表文件').setInputFiles(pdf);
    const said = page.getByText('PDF 里只有版面');
    await said.waitFor();
    const { y = 999 } = (await said.boundingBox()) ?? {};
    expect(y).toBeLessThan(768);
  });
}
