import { afterOwnChange, answer, api, asItIs, type Call } from './client.ts';

/** A document as the server made it, under the name that it gave. */
export interface TakenFile {
  name: string;
  bytes: Blob;
}

const TARGET_PAPERS = {
  word: '/api/targets/{id}/form.docx',
  workbook: '/api/targets/{id}/form.xlsx',
  slip: '/api/targets/{id}/approval-slip.docx',
  history: '/api/targets/{id}/history.docx',
} as const;

/** 申报表 in either format, 审批单, 履历. @throws Refused for 涉密, of which there is only the last */
export const takePaper = (id: string, paper: keyof typeof TARGET_PAPERS): Promise<TakenFile> =>
  taken(api.GET(TARGET_PAPERS[paper], { params: { path: { id } }, parseAs: 'blob' }));

/** A paper of the unit's own with the form as it stands in it. @throws Refused where only a new one can be made */
export const takeFilled = (id: string, paper: Blob): Promise<TakenFile> =>
  taken(
    api.POST('/api/targets/{id}/filled-form', {
      params: { path: { id } },
      ...asItIs(paper),
      parseAs: 'blob',
    }),
  );

const BOOKLETS = {
  word: '/api/campaigns/{id}/disclosure.docx',
  page: '/api/campaigns/{id}/disclosure.html',
} as const;

/** 公开册 of what this person may see of a campaign. @throws Refused above two thousand targets */
export const takeBooklet = (id: string, format: keyof typeof BOOKLETS): Promise<TakenFile> =>
  taken(api.GET(BOOKLETS[format], { params: { path: { id }, query: afterOwnChange() }, parseAs: 'blob' }));

/** 绩效目标清单 of a campaign. @throws Refused above ten thousand targets */
export const takeList = (campaign: string): Promise<TakenFile> =>
  taken(
    api.GET('/api/targets/list.xlsx', {
      params: { query: { campaign, ...afterOwnChange() } },
      parseAs: 'blob',
    }),
  );

async function taken(call: Promise<Call>): Promise<TakenFile> {
  const bytes = await answer<Blob>(call);
  return { name: nameIn((await call).response), bytes };
}

/** The server names every file in UTF-8 as RFC 6266 has it. */
const nameIn = ({ headers }: Response): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/u.exec(headers.get('content-disposition') ?? '')?.[1] ?? '');
