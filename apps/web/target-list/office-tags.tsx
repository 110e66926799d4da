import { Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { listUnits } from '../api/index.ts';
import { withFilter } from './filter-address.ts';

const OFFICES = [
  { name: 'department', term: '主管部门' },
  { name: 'unit', term: '单位' },
] as const;

/** The department and unit that an address narrows the list to: there is no field for them, so they can be taken away here. */
export function OfficeTags() {
  const [parameters, setParameters] = useSearchParams();
  const chosen = OFFICES.flatMap(({ name, term }) => {
    const code = parameters.get(name)?.trim();
    return code ? [{ name, term, code }] : [];
  });
  const isAny = chosen.length > 0;
  const { data: units = [] } = useQuery({ queryKey: ['units'], queryFn: listUnits, enabled: isAny });
  return chosen.map(({ name, term, code }) => (
    <Tag
      key={name}
      closable={{ 'aria-label': `去掉${term}条件` }}
      onClose={() => setParameters(withFilter(parameters, name, undefined), { replace: true })}
    >
      {term}：{units.find((unit) => unit.code === code)?.name ?? code}
    </Tag>
  ));
}
