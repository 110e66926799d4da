import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { listPeople, listSections, listUnits, sentenceOf } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { colleaguesAmong, reviewersAmong, type Register } from './people-choices.ts';

interface PersonFieldProps {
  among: 'reviewers' | 'colleagues';
  isMany?: boolean;
}

async function readRegister(): Promise<Register> {
  const [people, units, sections] = await Promise.all([listPeople(), listUnits(), listSections()]);
  return { people, units, sections };
}

/** Somebody of the register, or several, found by any part of name, post and place; a field of a form. */
export function PersonField({ among, isMany = false, ...controlled }: PersonFieldProps) {
  const { me } = useSession();
  const register = useQuery({ queryKey: ['register', 'choices'], queryFn: readRegister });
  const choose = among === 'reviewers' ? reviewersAmong : colleaguesAmong;
  return (
    <Select
      {...controlled}
      {...(isMany && { mode: 'multiple' as const })}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={register.isPending}
      options={register.data ? choose(register.data, me.user) : []}
      {...(register.error && { status: 'error' as const, notFoundContent: sentenceOf(register.error) })}
    />
  );
}
