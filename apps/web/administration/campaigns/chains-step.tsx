import { Button, Checkbox, Input, Select } from 'antd';
import { type ReviewerGroup, type Stage } from '#domain/target';
import { KIND_TERMS } from '../../words/index.ts';
import { changed, earlier, without, withStage } from './chain-steps.ts';
import { KINDS, type StepProps } from './terms.ts';

const REVIEWERS: Readonly<Record<ReviewerGroup, string>> = {
  department: '主管部门审核岗',
  section: '分管的业务股室',
  performance: '绩效股',
};
const RULES = [
  { value: 'any' as const, label: '一人同意即可' },
  { value: 'all' as const, label: '全体会签' },
];

/** By kind of form: whether it is asked for, its stages, and how they follow each other. */
export function ChainsStep({ draft: { chains }, onChange }: StepProps) {
  return KINDS.map((kind) => {
    const chain = chains[kind];
    const { [kind]: _, ...others } = chains;
    const set = (next: readonly Stage[] | undefined): void =>
      onChange({ chains: next === undefined ? others : { ...others, [kind]: next } });
    return (
      <section key={kind} className="chain">
        <Checkbox
          checked={chain !== undefined}
          onChange={({ target: { checked } }) => set(checked ? withStage([]) : undefined)}
        >
          <b>{KIND_TERMS[kind]}</b>
        </Checkbox>
        {chain && (
          <>
            <ChainPicture chain={chain} />
            <ol className="chain-stages">
              {chain.map((stage, at) => (
                <li key={stage.id}>
                  <StageEntry stage={stage} onChange={(part) => set(changed(chain, at, part))} />
                  <Button size="small" disabled={at === 0} onClick={() => set(earlier(chain, at))}>
                    上移
                  </Button>
                  <Button size="small" disabled={chain.length === 1} onClick={() => set(without(chain, at))}>
                    删去
                  </Button>
                </li>
              ))}
            </ol>
            <Button size="small" onClick={() => set(withStage(chain))}>
              增加环节
            </Button>
          </>
        )}
      </section>
    );
  });
}

/** 单位送审 → … → 审核通过. */
export function ChainPicture({ chain }: { chain: readonly Stage[] }) {
  return (
    <p className="chain-picture">
      <span>单位送审</span>
      {chain.map(({ id, name, rule }) => (
        <span key={id} className="is-stage">
          {name || '（未命名）'}
          {rule === 'all' && '（会签）'}
        </span>
      ))}
      <span>审核通过</span>
    </p>
  );
}

function StageEntry({ stage, onChange }: { stage: Stage; onChange: (part: Partial<Stage>) => void }) {
  return (
    <>
      <Input
        aria-label="环节名称"
        placeholder="环节名称"
        maxLength={50}
        style={{ width: 150 }}
        value={stage.name}
        status={stage.name.trim() === '' ? 'error' : ''}
        onChange={({ target: { value } }) => onChange({ name: value })}
      />
      <Select<ReviewerGroup>
        aria-label="由谁审核"
        style={{ width: 160 }}
        value={stage.reviewers}
        onChange={(reviewers) => onChange({ reviewers })}
        options={(['department', 'section', 'performance'] as const).map((value) => ({
          value,
          label: REVIEWERS[value],
        }))}
      />
      <Select<Stage['rule']>
        aria-label="如何算通过"
        style={{ width: 136 }}
        value={stage.rule}
        onChange={(rule) => onChange({ rule })}
        options={RULES}
      />
    </>
  );
}
