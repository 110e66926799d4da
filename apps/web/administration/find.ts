/** Whether any of the texts contains what is looked for; an empty text finds everything. */
export const matches = (text: string, texts: readonly (string | undefined)[]): boolean =>
  texts.some((one) => one?.toLowerCase().includes(text.trim().toLowerCase()));
