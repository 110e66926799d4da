import { type Grade } from '#domain';
import { type Disclosure, type Grant } from '#domain/target';
import { type TargetOutline } from './outline.ts';

/** A target as lists show it. Amounts in 万元, times ISO 8601 with offset; absent fields of the form are left out. */
export interface TargetItem extends TargetOutline {
  name?: string;
  amount?: string;
  draftedAt: string;
  updatedAt: string;
  /** When it came to where it now lies. */
  since: string;
  submittedAt?: string;
  returns: number;
  reviewGrade?: Grade;
  grant?: Omit<Grant, 'formRevision'>;
  disclosure?: Disclosure;
  evaluation?: { total: string; grade: Grade };
}

/** An indicator with how it was used: by name, levels and unit of measure. */
export interface IndicatorItem {
  name: string;
  level1?: string;
  level2?: string;
  /** 计量单位. */
  unit?: string;
  /** How many targets use it, of how many units. */
  uses: number;
  units: number;
  years: number[];
  /** Of the values that are numbers, decimal text; absent where none is. */
  spread?: { numbers: number; least: string; median: string; greatest: string };
  /** The commonest values as written, operator first, at most five. */
  values: string[];
  /** 评（扣）分标准 most often written for it. */
  scoringRule?: string;
}
