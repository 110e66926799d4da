import type { ScorableIndicator } from './indicator.ts';
import { normalise } from './text/normalise.ts';
import { has, textOf } from './text/tokens.ts';
import type { Token } from './text/tokens.ts';

/**
 * Words that name no object of their own (C15): a rule may say 工作完成率 or 群众满意度 of any indicator.
 * What is left of a condition after them is the object that the rule speaks of.
 */
const GENERIC =
  /实际值|计算|统计|数据|部分|建成|建立|新增|获得|荣获|提交|执行|本项|使用完毕|使用|完毕|支付|工作|召开|举行|办理|落实|参加|安排|做好|抓好|积极|严格|项目|任务|指标|目标|完成率|完成|完工率|及时率|及时性|及时|满意度|满意率|满意|群众|居民|公众|社会公众|服务对象|受益对象|受益|市民|人民|人次|人数|数量|数目|个数|次数|次|资金|支出|预算|控制|经费|成本|单位|部门|实施|开展|举办|组织|进行|情况|水平|效果|成效|作用|效益|效率|影响|明显|显著|良好|一般|较好|提升|提高|促进|推动|改善|优化|增强|加强|增加|减少|降低|保障|保证|确保|维护|实现|达到|达标|起到|发挥|持续|长期|有效|稳步|进一步|得到|我区|本区|全区|全县|本地|区域|当地|年度|全年|今年|本年|年底|年初|以上|以下|以内|所有|全部|各类|各项|相关|有关|要求|规定|标准|合格率|合格|率|数|财政|范围|预定|计划|质量|工程|产出|满足|根据|制度|机制|建设|工作量|政策|措施|管理|企业|业务|推进|发展/gu;

/** 该指标达到…: the rule says itself that it speaks of the row. */
const OWN = /^(?:该|本|此)(?:项)?(?:指标|工作)/u;

/** Whether the subject of a rule is not that of the row: no two neighbouring characters in common with name, 解释 or 指标值. */
export function isAnotherSubject(
  parts: readonly (readonly Token[])[],
  indicator: Pick<ScorableIndicator, 'name' | 'explanation' | 'value'>,
  isWordRow: boolean,
): boolean {
  if (OWN.test(parts.map(textOf).join(''))) return false;
  const { name = '', explanation = '', value = '' } = indicator;
  const known = normalise(`${name}|${explanation}|${value}`);
  const objects = objectsOf(parts);
  const pairs = objects.flatMap(pairsOf);
  if (pairs.length < (isWordRow ? 2 : 1) || pairs.some((pair) => known.includes(pair))) return false;
  return pairs.length > 2 || !sharesSign(objects.join(''), name);
}

/** What a condition names besides generic words, in pieces of two characters and more. */
export function objectsOf(parts: readonly (readonly Token[])[]): string[] {
  return parts.flatMap((part) =>
    part
      .map(contentOf)
      .join('')
      .replace(GENERIC, '|')
      .split('|')
      .filter((piece) => piece.length >= 2),
  );
}

function contentOf(token: Token): string {
  if (token.kind === 'text' || has(token, 'plain')) return token.text;
  return '|';
}

/** 维修 beside 设施维护: of a short object one character in common with the name is enough. */
function sharesSign(objects: string, name: string): boolean {
  return Array.from(objects).some((sign) => name.includes(sign));
}

function pairsOf(object: string): string[] {
  return Array.from({ length: object.length - 1 }, (_, at) => object.slice(at, at + 2));
}

/** Whether a text has two neighbouring characters of a name, generic words of both left out. */
export function namesSame(text: string, name: string): boolean {
  const known = name.replace(GENERIC, '|');
  const pieces = text.replace(GENERIC, '|').split(/[|,\d%]/u);
  return pieces
    .filter((piece) => piece.length >= 2)
    .flatMap(pairsOf)
    .some((pair) => known.includes(pair));
}
