import { tampers } from './tampers/index.ts';

describe('a single change', () => {
  it('of a package or of stored events is found, and its place named', async () => {
    const said: string[] = [];
    const verdicts = await tampers.run({ isShort: true, say: (line) => void said.push(line) });
    expect([verdicts.map(({ isAsPromised }) => isAsPromised), said]).toEqual([[true, true], []]);
  });
});
