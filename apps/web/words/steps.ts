/** Steps of scoring as one sentence. */
export function stepsText(steps: readonly string[]): string {
  const parts = steps.map((step) => step.trim().replace(/[。；]$/u, '')).filter((step) => step !== '');
  return parts.length === 0 ? '' : `${parts.join('；')}。`;
}
