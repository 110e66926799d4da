import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormDialog, type Asked, type Entered } from './form-dialog.tsx';

/** One dialog at a time; after a change every list is asked for again. */
export function useDialog(): [ReactNode, (asked: Asked) => void] {
  const queries = useQueryClient();
  const [asked, ask] = useState<Asked | null>(null);
  const close = (isDone: boolean): void => {
    ask(null);
    if (isDone) void queries.invalidateQueries();
  };
  return [asked && <FormDialog key={asked.title} {...asked} onClose={close} />, ask];
}

export const textOf = (entered: Entered, name: string): string => {
  const value = entered[name];
  return typeof value === 'string' ? value.trim() : '';
};
export const listOf = (entered: Entered, name: string): string[] => {
  const value = entered[name];
  return Array.isArray(value) ? value : [];
};
