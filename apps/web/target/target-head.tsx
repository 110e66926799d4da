import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type TargetView } from '#contracts';
import { StateWord } from '../target-state/index.ts';
import { grouped, KIND_TERMS } from '../words/index.ts';

interface TargetHeadProps {
  target: TargetView;
  name: string;
  children?: ReactNode;
}

/** Where one is, what it is called, how it stands. */
export function TargetHead({ target, name, children }: TargetHeadProps) {
  const { unit, kind, fiscalYear, grant, ceiling, budgetRound, disclosure } = target;
  return (
    <>
      <div className="crumbs small muted">
        <Link to="/targets">目标清单</Link> / {unit.name}
      </div>
      <div className="page-head">
        <h1>{name}</h1>
        <StateWord target={target} />
        <span className="page-do">{children}</span>
      </div>
      <div className="facts small muted">
        <span>
          {fiscalYear}年度{KIND_TERMS[kind]}
        </span>
        {budgetRound > 1 && <span>二上</span>}
        {ceiling !== undefined && <span>控制数 {grouped(ceiling)} 万元</span>}
        {grant && (
          <span>
            批复 {grant.documentNumber}，{grant.date}，{grouped(grant.amount)} 万元
          </span>
        )}
        {disclosure && ('url' in disclosure ? <span>{disclosure.date} 已公开</span> : <span>不予公开</span>)}
      </div>
    </>
  );
}
