import { RIGHTS, DIRECTORY_RIGHTS } from '#domain/directory';
import { RunningApi } from './running-api.ts';
import { HERE, SEATS, THERE } from './county.ts';
import { type Expectation, type RouteCase } from './route-case.ts';
import { ROUTES } from './routes.ts';
import { sampleForm } from './sample-form.ts';
import { type Visitor } from './visitor.ts';

/** Everybody of the county, with the unit whose target is theirs to see; the bureau's own see both or none. */
const USERS = SEATS.map(([user]) => user);

describe('who may do what', () => {
  let api: RunningApi;
  const people = new Map<string, Visitor>();
  const targets = { here: '', there: '' };

  beforeAll(async () => {
    api = await RunningApi.start();
    for (const user of USERS) people.set(user, await api.as(user));
    targets.here = await drafted('clerk', HERE.unit);
    targets.there = await drafted('clerk-there', THERE.unit);
    const head = await api.parts.store.head();
    await api.parts.readModels.waitFor('campaign-progress', head!);
  });
  afterAll(() => api.stop());

  async function drafted(clerk: string, unitCode: string): Promise<string> {
    const body = { campaignId: '2027', unitCode, form: sampleForm() };
    const { body: reply } = await people.get(clerk)!.post('/api/targets', body);
    return reply.id!;
  }

  const asked = async (route: RouteCase, user: string, where: 'here' | 'there'): Promise<Expectation> => {
    const [method = 'GET', template = ''] = route.route.split(' ');
    const path = template.replace(/:(\w+)/g, (_, name: string) =>
      name === 'id' && template.startsWith('/api/targets')
        ? targets[where]
        : (route.place?.[name]?.[where] ?? 'none'),
    );
    const body = route.body?.(where);
    const reply = await people
      .get(user)!
      .send(method, path + (route.query ?? ''), body === undefined ? undefined : JSON.stringify(body), {
        // A revision that never is: whoever may get as far is told so by 412, and nothing changes.
        ...(route.isCommand && { 'if-match': '"999"' }),
      });
    return verdictOf(reply.status);
  };

  it('says 401 to a stranger on every route but the open ones', async () => {
    for (const { route } of ROUTES.filter(({ isOpen }) => !isOpen)) {
      const [method = 'GET', template = ''] = route.split(' ');
      const reply = await fetch(api.base + template.replace(/:\w+/g, 'x'), { method });
      expect([route, reply.status]).toEqual([route, 401]);
    }
  });

  it('knows every route', () => {
    const known = new Set(ROUTES.map(({ route }) => route));
    expect([...new Set(api.parts.api.routes)].sort()).toEqual([...known].sort());
  });

  it('has a route for every command that somebody has a right to', () => {
    const sent = ROUTES.flatMap(({ commands = [] }) => commands);
    expect([...new Set(sent)].sort()).toEqual(
      [...Object.keys(RIGHTS), ...Object.keys(DIRECTORY_RIGHTS)].sort(),
    );
  });

  describe.each(ROUTES.filter(({ may }) => may !== undefined))('$route', (route) => {
    it.each(USERS)('%s', async (user) => {
      for (const where of ['here', 'there'] as const) {
        const expected = route.may!(user, where);
        expect([where, await asked(route, user, where)]).toEqual([where, expected]);
      }
    });
  });
});

/** 2xx, 409, 412 and 422 come after the rights were looked at. */
function verdictOf(status: number): Expectation {
  if (status === 403) return 'denied';
  if (status === 404) return 'unseen';
  return [200, 201, 204, 409, 412, 422].includes(status)
    ? 'allowed'
    : (`status ${String(status)}` as Expectation);
}
