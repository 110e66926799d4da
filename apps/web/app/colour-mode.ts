import { useSyncExternalStore } from 'react';

export const COLOUR_CHOICES = ['system', 'light', 'dark'] as const;
export type ColourChoice = (typeof COLOUR_CHOICES)[number];

const KEY = 'mubiao-colours';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** What the person chose on this machine; the system's own where they did not. */
export function colourChoice(): ColourChoice {
  const kept = localStorage.getItem(KEY);
  return COLOUR_CHOICES.find((choice) => choice === kept) ?? 'system';
}

export function chooseColours(choice: ColourChoice): void {
  localStorage.setItem(KEY, choice);
  apply();
}

export const isDark = (): boolean => {
  const choice = colourChoice();
  return choice === 'dark' || (choice === 'system' && system.matches);
};

/** Puts the colours on the page before anything is drawn, so that nothing flashes. */
export function apply(): void {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

system.addEventListener('change', apply);
// Another tab chose.
addEventListener('storage', ({ key }) => {
  if (key === KEY) apply();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark);
export const useColourChoice = (): ColourChoice => useSyncExternalStore(subscribe, colourChoice);
