import { Code } from './fields.ts';
import { AfterQuery, TargetsQuery } from './queries.ts';

export class DisclosureQuery extends AfterQuery {
  @Code('主管部门编码；不填为全部', { optional: true })
  department?: string;
}

/** The filters of the list; the file has all its pages. */
export class ListFileQuery extends TargetsQuery {}
