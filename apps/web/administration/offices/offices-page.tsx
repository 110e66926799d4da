import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { listPeople, listSections, listUnits } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { Loaded, NoRight } from '../../states/index.ts';
import { Tabs } from '../../tabs/index.ts';
import { ThreeApart } from '../apart.tsx';
import { People } from './people.tsx';
import { type Register } from './register.ts';
import { Sections } from './sections.tsx';
import { Units } from './units.tsx';
import '../administration.css';

/** Everything that the pages of the register show, asked for at once: a county has some hundred units. */
async function readRegister(): Promise<Register> {
  const [units, sections, people] = await Promise.all([listUnits(), listSections(), listPeople()]);
  return { units, sections, people };
}

/** 机构与人员, for 系统管理员. */
export function OfficesPage() {
  const { me } = useSession();
  const register = useQuery({ queryKey: ['register'], queryFn: readRegister });
  if (!me.roles.includes('admin')) return <NoRight what="机构与人员由系统管理员维护" />;
  return (
    <>
      <div className="page-head">
        <h1>机构与人员</h1>
      </div>
      <Loaded query={register} lines={10}>
        {(all) => <Parts register={all} />}
      </Loaded>
    </>
  );
}

function Parts({ register }: { register: Register }) {
  const [parameters, setParameters] = useSearchParams();
  const tabs = [
    { key: 'units', label: `单位 ${String(register.units.length)}`, children: <Units register={register} /> },
    {
      key: 'sections',
      label: `股室 ${String(register.sections.length)}`,
      children: <Sections register={register} />,
    },
    {
      key: 'people',
      label: `人员 ${String(register.people.length)}`,
      children: <People register={register} />,
    },
  ];
  return (
    <>
      <ThreeApart people={register.people} />
      <Tabs
        label="机构与人员"
        tabs={tabs}
        active={parameters.get('tab') ?? 'units'}
        onChange={(tab) => setParameters({ tab }, { replace: true })}
      />
    </>
  );
}
