import { type Indicator } from '#form';

/** ≥95% as the form has it. */
export const targetText = (indicator: Indicator | undefined): string =>
  [indicator?.operator ?? indicator?.operatorText, indicator?.value, indicator?.unit]
    .filter(Boolean)
    .join('');
