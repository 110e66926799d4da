export { BarChart } from './bar-chart.tsx';
export { type Bars, type Series, type Tone } from './bars.ts';
