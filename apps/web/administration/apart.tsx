import { ROLE_TERMS } from '#domain';
import { type Role } from '#domain/directory';
import { type Colleague } from '../api/index.ts';

const DUTIES: readonly (readonly [Role, string])[] = [
  ['admin', '维护单位、股室和人员，不授予岗位，不接触申报表'],
  ['security', '授予和撤销岗位，发密码链接，查登录记录，不接触申报表'],
  ['auditor', '查阅全部申报表与办理记录，不作任何更改'],
];

/** 三员分立: who they are and what each may, beside each other. */
export function ThreeApart({ people }: { people: readonly Colleague[] }) {
  return (
    <section className="panel apart" aria-label="三员分立">
      <h2>三员分立</h2>
      <dl>
        {DUTIES.map(([role, duty]) => (
          <div key={role}>
            <dt>
              {ROLE_TERMS[role]}：
              {people
                .filter(({ roles, left }) => !left && roles.includes(role))
                .map(({ name }) => name)
                .join('、') || <b className="apart-none">还没有人</b>}
            </dt>
            <dd className="small muted">{duty}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">三者由不同的人担任，也不兼任其他岗位；系统不允许互相授予。</p>
    </section>
  );
}
