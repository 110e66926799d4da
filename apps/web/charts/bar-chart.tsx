import { theme } from 'antd';
import { useEffect, useRef } from 'react';
import { type EChartsType } from 'echarts/core';
import { heightOf, optionOf, type Bars } from './bars.ts';

interface BarChartProps {
  /** The answer in words, for whoever does not see the picture. */
  label: string;
  bars: Bars;
  /** A click on a bar; the same way must also lead from the table of the same figures. */
  onPick?: (category: number) => void;
}

/** A picture beside a table of the same figures. Its library comes in a chunk of its own. */
export function BarChart({ label, bars, onPick }: BarChartProps) {
  const { token } = theme.useToken();
  const place = useRef<HTMLDivElement>(null);
  const picked = useRef(onPick);
  useEffect(() => {
    picked.current = onPick;
  }, [onPick]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let chart: EChartsType | undefined;
    let isGone = false;
    const watch = new ResizeObserver(() => chart?.resize());
    void import('./engine.ts').then(({ drawIn }) => {
      if (isGone) return;
      chart = drawIn(element);
      chart.setOption(optionOf(bars, token));
      chart.on('click', ({ dataIndex }) => picked.current?.(dataIndex));
      watch.observe(element);
    });
    return () => {
      isGone = true;
      watch.disconnect();
      chart?.dispose();
    };
  }, [bars, token]);
  return <div ref={place} role="img" aria-label={label} style={{ height: heightOf(bars) }} />;
}
