import { Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { STATE_TERMS } from '#domain';
import { type TargetFilter } from '../api/index.ts';
import { KIND_TERMS } from '../words/index.ts';
import { KINDS, STATES, withFilter } from './filter-address.ts';
import { OfficeTags } from './office-tags.tsx';

const STATE_OPTIONS = STATES.map((value) => ({ value, label: STATE_TERMS[value] }));
const KIND_OPTIONS = KINDS.map((value) => ({ value, label: KIND_TERMS[value] }));

/** What narrows the list besides the campaign, which the header chooses; all of it stands in the address, so that Back and a link bring it again. */
export function Filters() {
  const [parameters, setParameters] = useSearchParams();
  const set = (name: keyof TargetFilter) => (value: string | undefined) =>
    setParameters(withFilter(parameters, name, value), { replace: true });
  const chosen = (name: keyof TargetFilter) => parameters.get(name) ?? undefined;
  const query = parameters.get('q') ?? '';
  return (
    <div className="filters" role="search">
      <Input.Search
        key={query}
        className="filters-text"
        defaultValue={query}
        allowClear
        aria-label="名称、单位或指标"
        placeholder="名称、单位或指标"
        onSearch={set('q')}
      />
      <Select
        allowClear
        aria-label="状态"
        placeholder="全部状态"
        value={chosen('state')}
        onChange={set('state')}
        options={STATE_OPTIONS}
        style={{ width: 130 }}
      />
      <Select
        allowClear
        aria-label="表种"
        placeholder="全部表种"
        value={chosen('kind')}
        onChange={set('kind')}
        options={KIND_OPTIONS}
        style={{ width: 160 }}
      />
      <OfficeTags />
    </div>
  );
}
