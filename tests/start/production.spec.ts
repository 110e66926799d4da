import { rmSync } from 'node:fs';
import { RunningSystem } from '../end-to-end/running-system.ts';
import { Visitor } from '../http/visitor.ts';

describe('a new production system', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await RunningSystem.start({ NODE_ENV: 'production', MUBIAO_JURISDICTION: '990200' });
  });
  afterAll(async () => {
    await system.down();
    rmSync(system.folder, { recursive: true, force: true });
  });

  it('has no demo and says how the first account is made', async () => {
    expect(system.said).toContain('mubiao admin create');
    expect(system.said).not.toContain('演示');
    const reply = await new Visitor(system.base).post('/api/session', {
      username: 'clerk',
      password: 'spec-password-2027',
    });
    expect(reply.status).toBe(401);
  });

  it('makes 系统管理员 and 安全管理员 by links that work once, never one person for both', async () => {
    const made = await system.mubiao('admin', 'create', 'an.quan', '安某', '--security');
    expect(made.code).toBe(0);
    const { token } = JSON.parse(made.out) as { token: string };
    const visitor = new Visitor(system.base);
    const password = 'a-long-password-1';
    expect((await visitor.post('/api/credentials', { token, password })).status).toBe(204);
    expect((await visitor.post('/api/credentials', { token, password })).status).toBe(422);
    const { body } = await visitor.post('/api/session', { username: 'an.quan', password });
    expect(body['roles']).toEqual(['security']);
    const both = await system.mubiao('admin', 'create', 'an.quan', '安某');
    expect([both.code, both.said]).toEqual([1, expect.stringContaining('不能兼任')]);
  });
});
