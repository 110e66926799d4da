import { reminders } from './reminders/index.ts';

describe('reminders', () => {
  it('are told once whatever is lost on the way, and mailed at least once', async () => {
    const verdicts = await reminders.run({ isShort: true, say: () => undefined });
    expect(verdicts.length).toBeGreaterThanOrEqual(3);
    for (const verdict of verdicts) expect(verdict).toMatchObject({ isAsPromised: true });
  });
});
