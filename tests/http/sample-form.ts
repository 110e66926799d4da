import { type FormInput } from '#form';

/** A form that screening finds no error in. */
export const sampleForm = (changes: Partial<Extract<FormInput, { kind: 'project' }>> = {}): FormInput => ({
  kind: 'project',
  name: '河道日常保洁',
  summary: '对干流及支流开展日常保洁，保持水面清洁。',
  basis: '《河道保洁管理办法》',
  funding: { thisYear: { total: '86.4', county: '86.4' } },
  goals: [{ text: '河面无漂浮物，沿河居民满意。' }],
  contact: { name: '沈文静', phone: '13900000001' },
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '保洁河道里程',
      operator: '≥',
      value: '128',
      unit: '公里',
    },
    {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '受益人口',
      operator: '≥',
      value: '8.2',
      unit: '万人',
    },
    {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      name: '居民满意度',
      operator: '≥',
      value: '90',
      unit: '%',
    },
  ],
  ...changes,
});
