import { type GlobalToken } from 'antd';

/** What a colour means; the theme says which one it is, in light and in dark. */
export type Tone = 'good' | 'late' | 'returned' | 'waiting' | 'idle';

export interface Series {
  name: string;
  tone: Tone;
  values: readonly number[];
}

export interface Bars {
  categories: readonly string[];
  /** Stacked where there are several. */
  series: readonly Series[];
  /** Behind each figure: 个, 次, 万元. */
  unit: string;
}

/** Room for a bar and for the axis, in pixels. */
const BAR = 30;
const AXES = 64;

export const heightOf = ({ categories }: Bars): number => Math.max(3, categories.length) * BAR + AXES;

const colourOf = (tone: Tone, token: GlobalToken): string =>
  ({
    good: token.colorSuccess,
    late: token.colorError,
    returned: token.colorWarning,
    waiting: token.colorPrimary,
    idle: token.colorTextQuaternary,
  })[tone];

/** Lying bars, the first category on top, in the theme's colours. */
export function optionOf({ categories, series, unit }: Bars, token: GlobalToken) {
  const text = { color: token.colorTextSecondary, fontFamily: token.fontFamily, fontSize: 12 };
  const isStacked = series.length > 1;
  return {
    animationDuration: 200,
    aria: { enabled: false },
    textStyle: text,
    grid: { left: 8, right: 48, top: isStacked ? 32 : 8, bottom: 8, containLabel: true },
    ...(isStacked && { legend: { top: 0, left: 0, textStyle: text, itemWidth: 12, itemHeight: 12 } }),
    tooltip: tipOf(unit, token),
    xAxis: {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: text,
      splitLine: { lineStyle: { color: token.colorBorderSecondary } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: [...categories],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token.colorBorder } },
      axisLabel: { ...text, width: 160, overflow: 'truncate' as const },
    },
    series: series.map(({ name, tone, values }) => ({
      type: 'bar' as const,
      name,
      stack: 'all',
      barMaxWidth: 18,
      itemStyle: { color: colourOf(tone, token) },
      label: { show: !isStacked, position: 'right' as const, color: token.colorText },
      data: [...values],
    })),
  };
}

const tipOf = (unit: string, token: GlobalToken) => ({
  trigger: 'axis' as const,
  axisPointer: { type: 'shadow' as const },
  backgroundColor: token.colorBgElevated,
  borderColor: token.colorBorder,
  textStyle: { color: token.colorText, fontFamily: token.fontFamily, fontSize: 12 },
  valueFormatter: (value: unknown) => `${String(value)} ${unit}`,
});
