/**
 * What scoring reads of an indicator: the part of a form's indicator row that its rule speaks about.
 * All texts are as written in the table; `weight` is points ("10", "10分").
 */
export interface ScorableIndicator {
  readonly id?: string | undefined;
  readonly level1?: string | undefined;
  readonly level2?: string | undefined;
  readonly name?: string | undefined;
  readonly operator?: string | undefined;
  readonly operatorText?: string | undefined;
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
  readonly explanation?: string | undefined;
  readonly scoringRule?: string | undefined;
  readonly weight?: string | undefined;
}

/** A table row as labelled cases and the command line write it (类型, 指标值, 计量单位, 评分标准, 备注). */
export interface ScoringRow {
  readonly level1?: string | undefined;
  readonly level2?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
  readonly explanation?: string | undefined;
  readonly rule?: string | undefined;
  readonly weightText?: string | undefined;
  readonly weight?: number | string | null | undefined;
}

/** The row as an indicator: 类型 becomes the operator text, 备注 the weight. */
export function indicatorOf(row: ScoringRow): ScorableIndicator {
  const { weight, weightText } = row;
  const written = weight === null || weight === undefined ? weightText : String(weight);
  return {
    level1: row.level1,
    level2: row.level2,
    name: row.name,
    operatorText: row.type,
    value: row.value,
    unit: row.unit,
    explanation: row.explanation,
    scoringRule: row.rule,
    weight: written,
  };
}
