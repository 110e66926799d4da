import { UnknownEvent, upcasting } from './upcasting.ts';

const events = upcasting({
  TargetDrafted: [
    ({ name }: { name: string }) => ({ title: name }),
    ({ title }: { title: string }) => ({ title, rows: [] }),
  ],
  TargetPresented: [],
});

describe('upcasting', () => {
  it('brings every older version to the shape of today', () => {
    const today = { title: '房租', rows: [] };
    const from = (schemaVersion: number, data: unknown): unknown =>
      events.upcast({ type: 'TargetDrafted', schemaVersion, data });
    expect(from(1, { name: '房租' })).toEqual(today);
    expect(from(2, { title: '房租' })).toEqual(today);
    expect(from(3, today)).toBe(today);
  });

  it('says which version is written now', () => {
    expect(events.currentVersion('TargetDrafted')).toBe(3);
    expect(events.currentVersion('TargetPresented')).toBe(1);
  });

  it.each([
    ['an unknown type', 'TargetMelted', 1],
    ['a version of the future', 'TargetPresented', 2],
    ['version 0', 'TargetDrafted', 0],
    ['half a version', 'TargetDrafted', 1.5],
    ['a name of the language itself', 'constructor', 1],
  ])('fails loudly on %s', (_, type, schemaVersion) => {
    expect(() => events.upcast({ type, schemaVersion, data: {} })).toThrow(UnknownEvent);
  });
});
