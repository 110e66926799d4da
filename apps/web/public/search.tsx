import { useNavigate } from 'react-router';
import { type PublishedDepartment, type PublicFilter } from '../api/index.ts';
import { addressOf } from './address.ts';

interface SearchProps {
  departments: readonly PublishedDepartment[];
  filter: PublicFilter;
}

/** Year, department and words; the browser's own controls, which every reader and phone knows. */
export function Search({ departments, filter }: SearchProps) {
  const navigate = useNavigate();
  const years = [...new Set(departments.flatMap((one) => one.years.map(({ year }) => year)))].sort(
    (a, b) => b - a,
  );
  const search = (form: HTMLFormElement): void => {
    const entered = new FormData(form);
    const text = (name: string): string => {
      const value = entered.get(name);
      return typeof value === 'string' ? value : '';
    };
    void navigate(
      `/public?${addressOf({ year: text('year'), department: text('department'), q: text('q') })}`,
    );
  };
  return (
    <form
      role="search"
      className="public-search"
      onSubmit={(event) => {
        event.preventDefault();
        search(event.currentTarget);
      }}
    >
      <label>
        年度
        {/* The options arrive after the first rendering, so the chosen one is set again with them. */}
        <select name="year" key={`y${String(years.length)}`} defaultValue={filter.year ?? ''}>
          <option value="">全部年度</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <label>
        部门
        <select
          name="department"
          key={`d${String(departments.length)}`}
          defaultValue={filter.department ?? ''}
        >
          <option value="">全部部门</option>
          {departments.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        名称、单位或指标
        <input name="q" type="search" maxLength={200} defaultValue={filter.q ?? ''} />
      </label>
      <button type="submit">查询</button>
    </form>
  );
}
