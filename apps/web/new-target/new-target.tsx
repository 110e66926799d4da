import { Alert, Button, Form, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type CampaignView, type Me } from '#contracts';
import { type FormKind } from '#form';
import { classifyTarget, draftTarget, listCampaigns, readTarget, sentenceOf } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Failed, NoRight, Nothing, Waiting } from '../states/index.ts';
import { dayOf, KIND_TERMS, shortDay } from '../words/index.ts';
import { ImportPanel } from './import-panel.tsx';
import { ClassifiedFields } from './classified-fields.tsx';
import { fromLastYear } from './from-last-year.ts';
import { LastYearChoice } from './last-year-choice.tsx';

const KINDS: readonly FormKind[] = ['project', 'overall', 'direction'];
const ABOUT: Readonly<Record<FormKind, string>> = {
  project: '一个项目一张表，随预算项目申报',
  overall: '一个部门（单位）全年一张表',
  direction: '一项专项资金的一个支出方向一张表',
};

/** 新建申报: a campaign and a kind of form, then straight into the editor. */
export function NewTargetPage() {
  const { me } = useSession();
  const { data, error, refetch } = useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns });
  if (!me.roles.includes('clerk') || me.unit === null) return <NoRight what="新建申报由预算单位的经办办理" />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const open = data.filter(({ state }) => state === 'open');
  if (open.length === 0)
    return <Nothing title="现在没有开启的申报批次">绩效股开启新的年度批次后，就可以在这里新建申报。</Nothing>;
  return <NewTarget campaigns={open} unit={me.unit} />;
}

interface Chosen {
  campaign: string;
  kind: FormKind | 'classified';
  /** Last year's target to begin from. */
  from?: string;
  code?: string;
  reason?: string;
}

/** Makes it, and answers where to go on. */
async function begin(
  { campaign, kind, from, code = '', reason = '' }: Chosen,
  unit: string,
): Promise<string> {
  if (kind === 'classified') {
    const place = { campaignId: campaign, unitCode: unit };
    const { id } = await classifyTarget({ ...place, code: code.trim(), reason: reason.trim() });
    return `/targets/${id}`;
  }
  const form = from === undefined ? { kind } : fromLastYear((await readTarget(from)).form);
  const { id } = await draftTarget(campaign, unit, form);
  return `/targets/${id}/edit`;
}

function NewTarget({
  campaigns,
  unit,
}: {
  campaigns: readonly CampaignView[];
  unit: NonNullable<Me['unit']>;
}) {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [form] = Form.useForm<Chosen>();
  const [parameters] = useSearchParams();
  // A reminder leads here for the campaign that it is about.
  const asked = campaigns.find(({ id }) => id === parameters.get('campaign')) ?? campaigns[0];
  const chosen = Form.useWatch<string | undefined>('campaign', form) ?? asked?.id;
  const campaign = campaigns.find(({ id }) => id === chosen);
  const kind = Form.useWatch<Chosen['kind'] | undefined>('kind', form) ?? 'project';
  const create = async (entered: Chosen): Promise<void> => {
    setPending(true);
    try {
      await navigate(await begin(entered, unit.code), { replace: true });
    } catch (error) {
      setProblem(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <>
      <div className="page-head">
        <h1>新建申报</h1>
      </div>
      <div className="panel" style={{ maxWidth: 560 }}>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ campaign: asked?.id, kind: 'project' }}
          onValuesChange={(change: Partial<Chosen>) => {
            // What was chosen to begin from is of the kind chosen before.
            if ('kind' in change || 'campaign' in change) form.setFieldValue('from', undefined);
          }}
          onFinish={(values) => void create(values)}
        >
          <Form.Item label="填报单位">{unit.name}</Form.Item>
          <Form.Item name="campaign" label="年度申报批次" extra={campaign && windowSentence(campaign)}>
            <Select options={campaigns.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="kind" label="表种">
            <Radio.Group
              vertical
              options={[
                ...KINDS.filter((one) => campaign?.chains[one] !== undefined).map((value) => ({
                  value,
                  label: <Choice term={KIND_TERMS[value]} about={ABOUT[value]} />,
                })),
                { value: 'classified', label: <Choice term="涉密项目" about="只登记编码，申报表线下报送" /> },
              ]}
            />
          </Form.Item>
          {campaign && <Rest kind={kind} year={campaign.fiscalYear} unit={unit.code} />}
          {problem !== null && <Alert type="error" title={problem} style={{ marginBottom: 16 }} />}
          <Button type="primary" htmlType="submit" loading={isPending}>
            {kind === 'classified' ? '登记' : '开始填报'}
          </Button>
        </Form>
      </div>
      <ImportPanel campaign={chosen} />
    </>
  );
}

/** What else is asked for, by what it is to be. */
function Rest({ kind, year, unit }: { kind: Chosen['kind']; year: number; unit: string }) {
  if (kind === 'classified') return <ClassifiedFields />;
  return <LastYearChoice key={kind} year={year} unit={unit} kind={kind} />;
}

const Choice = ({ term, about }: { term: string; about: string }) => (
  <>
    {term} <span className="muted small">{about}</span>
  </>
);

function windowSentence({ windows }: CampaignView): string {
  const today = dayOf(new Date());
  const { submission } = windows;
  if (!submission) return '本批次未设申报期限';
  return today < submission.opens
    ? `${shortDay(submission.opens, today)}起可以送审，现在可以先填写草稿`
    : `送审截止 ${shortDay(submission.closes, today)}`;
}
