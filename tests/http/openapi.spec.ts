import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunningApi } from './running-api.ts';
import { Visitor } from './visitor.ts';

const FILE = join(import.meta.dirname, '../../apps/api/openapi.json');

interface Described {
  openapi: string;
  paths: Record<string, Record<string, { responses: object; requestBody?: object }>>;
  components: { schemas: Record<string, object> };
}

describe('the API description', () => {
  let api: RunningApi;
  let text = '';
  beforeAll(async () => {
    api = await RunningApi.start();
    text = api.parts.api.description;
    // `npm run openapi` writes the file; every other run compares.
    if (process.env['MUBIAO_WRITE_OPENAPI'] === '1') writeFileSync(FILE, text);
  });
  afterAll(() => api.stop());

  it('is the committed one (npm run openapi writes it anew)', () => {
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });

  it('is served to anybody, as OpenAPI 3.1', async () => {
    const { status, body } = await new Visitor(api.base).get('/api/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(text));
    expect(body['openapi']).toBe('3.1.0');
  });

  it('describes every route', () => {
    const { paths } = JSON.parse(text) as Described;
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = api.parts.api.routes
      .map((route) => route.replace(/:(\w+)/g, '{$1}'))
      .filter((route) => route.includes(' /api/') && route !== 'GET /api/openapi.json');
    expect(described.sort()).toEqual([...new Set(routes)].sort());
  });

  it('leaves no reference open', () => {
    const { components } = JSON.parse(text) as Described;
    const references = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(references.filter((name) => !Object.hasOwn(components.schemas, name))).toEqual([]);
    expect(references.length).toBeGreaterThan(100);
  });
});
