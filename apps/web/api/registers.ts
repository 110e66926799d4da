import { type ChangeReply, type SignInEntry } from '#contracts';
import { type CampaignTerms, type FundTotal } from '#domain/campaign';
import { type Person, type Role, type Section, type Unit } from '#domain/directory';
import { answer, api, change } from './client.ts';
import type { components } from './schema.d.ts';

type Body<N extends keyof components['schemas']> = components['schemas'][N];
export type { Person, Role, Section, Unit };

/** `username` only for those who keep the register. */
export type Colleague = Omit<Person, 'username'> & { username?: string };

interface Listed<T> {
  items: readonly T[];
}
const itemsOf = async <T>(call: Promise<Listed<T>>): Promise<readonly T[]> => (await call).items;

export const listUnits = () => itemsOf(answer<Listed<Unit>>(api.GET('/api/units')));
export const listSections = () => itemsOf(answer<Listed<Section>>(api.GET('/api/sections')));
export const listPeople = () => itemsOf(answer<Listed<Colleague>>(api.GET('/api/people')));

export const listSignIns = (
  cursor: string,
): Promise<{ items: readonly SignInEntry[]; next: string | null }> =>
  answer(api.GET('/api/sign-ins', { params: { query: { limit: 50, ...(cursor !== '' && { cursor }) } } }));

/** A one-time token with which the person sets a password. */
export async function createLink(user: string): Promise<string> {
  const { token } = await answer<{ token: string }>(
    api.POST('/api/people/{user}/link', { params: { path: { user } } }),
  );
  return token;
}

/** Changes to the register and to campaigns; each throws Refused with the fields that it is about. */
export const registers = {
  registerUnit: (body: Body<'UnitBody'>): Promise<ChangeReply> => change(api.POST('/api/units', { body })),
  renameUnit: (code: string, name: string) =>
    change(api.PUT('/api/units/{code}/name', { params: { path: { code } }, body: { name } })),
  closeUnit: (code: string, reason: string) =>
    change(api.POST('/api/units/{code}/closure', { params: { path: { code } }, body: { reason } })),
  registerSection: (body: Body<'SectionBody'>) => change(api.POST('/api/sections', { body })),
  assignSection: (id: string, departments: string[]) =>
    change(api.PUT('/api/sections/{id}/departments', { params: { path: { id } }, body: { departments } })),
  registerPerson: (body: Body<'PersonBody'>) => change(api.POST('/api/people', { body })),
  changePerson: (user: string, body: Body<'PersonDetailsBody'>) =>
    change(api.PUT('/api/people/{user}', { params: { path: { user } }, body })),
  dismissPerson: (user: string, reason: string) =>
    change(api.POST('/api/people/{user}/departure', { params: { path: { user } }, body: { reason } })),
  grantRole: (user: string, role: Role) =>
    change(api.POST('/api/people/{user}/roles', { params: { path: { user } }, body: { role } })),
  revokeRole: (user: string, role: Role) =>
    change(api.DELETE('/api/people/{user}/roles/{role}', { params: { path: { user, role } } })),
  /** The description knows no read-only lists; nothing here changes them. */
  openCampaign: (terms: CampaignTerms & { id: string }) =>
    change(api.POST('/api/campaigns', { body: terms as Body<'CampaignBody'> })),
  extendDeadline: (id: string, body: Body<'ExtensionBody'>) =>
    change(api.POST('/api/campaigns/{id}/extensions', { params: { path: { id } }, body })),
  setFundTotals: (id: string, fundTotals: readonly FundTotal[]) =>
    change(
      api.PUT('/api/campaigns/{id}/fund-totals', {
        params: { path: { id } },
        body: { fundTotals: [...fundTotals] },
      }),
    ),
  closeCampaign: (id: string, reason: string) =>
    change(api.POST('/api/campaigns/{id}/closure', { params: { path: { id } }, body: { reason } })),
};
