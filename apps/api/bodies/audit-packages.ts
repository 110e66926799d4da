import { Code } from './fields.ts';

/** Exactly one of the three. */
export class AuditPackageBody {
  @Code('绩效目标编号', { optional: true })
  target?: string;
  @Code('主管部门编码', { optional: true })
  department?: string;
  @Code('申报批次', { optional: true })
  campaign?: string;
}
