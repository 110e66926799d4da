import { readFileSync } from 'node:fs';
import { lifecyclePage } from './lifecycle-page.ts';

describe('docs/lifecycle.md', () => {
  it('is what the table says now (npm run docs:lifecycle writes it)', () => {
    const page = readFileSync(new URL('../../docs/lifecycle.md', import.meta.url), 'utf8');
    expect(page).toBe(lifecyclePage());
  });

  it('shows every state, and the way back from review', () => {
    expect(lifecyclePage()).toContain('state "待审核" as in_review');
    expect(lifecyclePage()).toContain('in_review --> returned: 审核');
    expect(lifecyclePage()).toContain('[*] --> draft: 新建草稿');
    expect(lifecyclePage()).toContain('evaluated --> [*]');
    expect(lifecyclePage()).not.toContain('granted --> [*]');
  });
});
