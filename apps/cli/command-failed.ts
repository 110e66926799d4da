/** The command could not do its work: exit code 1, and these Chinese sentences on stderr. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly sentences: readonly string[];

  constructor(sentences: string | readonly string[], options?: ErrorOptions) {
    const all = typeof sentences === 'string' ? [sentences] : sentences;
    super(all.join('\n'), options);
    this.sentences = all;
  }
}
