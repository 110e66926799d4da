import { checkForm, fieldsOf } from '#form';
import { hasCorpus } from './corpus.ts';
import {
  FOLDERS,
  FORMS_PRESENT,
  importFolder,
  measureFields,
  measureFolder,
  measureRows,
} from './measure-import.ts';

const describeCorpus = hasCorpus ? describe : describe.skip;
const title = hasCorpus ? '读取真实的申报表' : '读取真实的申报表（skipped: no corpus）';

describeCorpus(title, () => {
  it.each(FOLDERS)('%s：每张表都找到，都合乎表的格式', (folder) => {
    const forms = importFolder(folder).flatMap((document) => document.forms);
    expect(forms).toHaveLength(FORMS_PRESENT[folder]);
    expect(forms.map(({ form }) => checkForm(form)).filter((check) => 'issues' in check)).toEqual([]);
  });

  it('整体支出目标表的 1126 个指标逐项相同', () => {
    const { right, present, differences } = measureRows();
    expect(differences).toEqual([]);
    expect({ right, present }).toEqual({ right: 1126, present: 1126 });
  });

  it('抽查的 15 份文件，字段正确率不低于 99%', () => {
    const counts = measureFields();
    const sum = (key: 'right' | 'present'): number => counts.reduce((total, count) => total + count[key], 0);
    expect(counts).toHaveLength(15);
    expect(sum('right') / sum('present')).toBeGreaterThanOrEqual(0.99);
  });

  it('每个字段都记着出处（年度可由同一文件的标题得来）', () => {
    for (const { forms } of FOLDERS.flatMap(importFolder))
      for (const { form, places } of forms) {
        const fields = [...fieldsOf(form).keys()].filter(
          (path) => path !== '/kind' && path !== '/fiscalYear',
        );
        expect(fields.filter((path) => places[path] === undefined)).toEqual([]);
      }
  });

  it('80 张目标表两秒内读完', () => {
    expect(measureFolder('overall').milliseconds).toBeLessThan(2000);
  });
});
