import { useEffect, useState } from 'react';

/** For a dialog that is there while it is open: whoever closes it is again where they opened it. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}
