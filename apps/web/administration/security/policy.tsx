import { SIGN_IN_RULES } from './rules.ts';

/** 登录规则, as they stand. */
export function Policy() {
  return (
    <dl className="rules">
      {SIGN_IN_RULES.map(([name, rule]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{rule}</dd>
        </div>
      ))}
    </dl>
  );
}
