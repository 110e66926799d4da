import { Amount, Day, Text, WebAddress } from './fields.ts';

export class ReopeningBody {
  @Text('理由')
  reason!: string;
  @Amount('控制数（万元）')
  ceiling!: string;
}

export class GrantBody {
  @Text('批复文号', { max: 200 })
  documentNumber!: string;
  @Day('批复日期')
  date!: string;
  @Amount('批复金额（万元）')
  amount!: string;
}

/** Either published (`date` and `url`) or withheld (`withheld`: the reason); the controller sees that it is one of them. */
export class DisclosureBody {
  @Day('公开日期', { optional: true })
  date?: string;
  @WebAddress('公开网址', { optional: true })
  url?: string;
  @Text('不予公开的理由', { optional: true })
  withheld?: string;
}

/** What was asked for, or `null` where it is neither or both. */
export function disclosureIn({
  date,
  url,
  withheld,
}: DisclosureBody): { date: string; url: string } | { reason: string } | null {
  if (withheld !== undefined) return date === undefined && url === undefined ? { reason: withheld } : null;
  return date !== undefined && url !== undefined ? { date, url } : null;
}
