import { compact } from '../titles.ts';
import { withoutGaps, type PlacedCell } from './rows.ts';

const LEVEL1 = /^(?:产出|效益|效果|满意度|成本|投入|过程)指标(?:\(.*\))?$/;
const LEVEL2 =
  /^(?:(?:产出)?(?:数量|质量|时效|成本)|(?:经济|社会|生态(?:环境)?)成本|(?:经济|社会|生态|环境|生态环境)(?:效益|效果)|可持续(?:性)?(?:影响|发展)(?:性)?|(?:社会(?:公众|公益))?(?:或)?(?:服务|受益)?(?:对象)?满意度|公众满意度)(?:指标)?(?:\(.*\))?$/;

export const isLevel1 = (text: string): boolean => LEVEL1.test(compact(text));
export const isLevel2 = (text: string): boolean => LEVEL2.test(compact(text));
export const isLevel = (text: string): boolean => isLevel1(text) || isLevel2(text);

/** The first level that a second level belongs to; 数量 … 成本 under 产出 as in the tree of 2015. */
export function level1Of(level2: string): string | undefined {
  const key = compact(level2);
  if (/(?:经济|社会|生态|环境)成本/.test(key)) return '成本指标';
  if (/满意度/.test(key)) return '满意度指标';
  if (/效益|效果|可持续/.test(key)) return '效益指标';
  return /数量|质量|时效|成本/.test(key) ? '产出指标' : undefined;
}

interface LevelValue {
  value: string;
  cell: PlacedCell;
  sure: number;
}

/** Level cells are merged over the rows of their indicators: what the last ones said still holds. */
export class LevelMemory {
  private level1: PlacedCell | undefined;
  private level2: PlacedCell | undefined;

  /** Takes the level cells of a row, and returns them. A second level may stand in the first one's column. */
  take(pairs: readonly (readonly [{ role: string }, PlacedCell])[]): PlacedCell[] {
    const hasLevel2 = pairs.some(([{ role }]) => role === 'level2');
    const levels = pairs.filter(([{ role }]) => role === 'level1' || role === 'level2');
    for (const [{ role }, cell] of levels) {
      const isMoved = !hasLevel2 && isLevel2(cell.text) && !isLevel1(cell.text);
      if (role === 'level1' && !isMoved) {
        this.level1 = cell;
        this.level2 = undefined;
      } else this.level2 = cell;
    }
    return levels.map(([, cell]) => cell);
  }

  /** Level names as written; a blank first level comes from the merged cell above or from the second. */
  current(): ['level1' | 'level2', LevelValue][] {
    const { level1, level2 } = this;
    const values: ['level1' | 'level2', LevelValue][] = [];
    const second = level2 && withoutGaps(level2.text);
    const implied = second === undefined ? undefined : level1Of(second);
    if (level1) values.push(['level1', { value: withoutGaps(level1.text), cell: level1, sure: 1 }]);
    else if (level2 && implied !== undefined)
      values.push(['level1', { value: implied, cell: level2, sure: 0.8 }]);
    if (level2 && second !== undefined) values.push(['level2', { value: second, cell: level2, sure: 1 }]);
    return values;
  }
}
