/** What this reader chose for this browser, and what the screen allows. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

export type TextSize = 'normal' | 'large';
type Settings = { readonly size: TextSize; readonly choose: (size: TextSize) => void };

const STORED = 'jifen.textSize';
const SettingsContext = createContext<Settings>({ size: 'normal', choose: () => undefined });

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const [size, setSize] = useState<TextSize>(() =>
    localStorage.getItem(STORED) === 'large' ? 'large' : 'normal',
  );
  useEffect(() => {
    document.documentElement.dataset['size'] = size;
  }, [size]);
  const choose = (chosen: TextSize) => {
    localStorage.setItem(STORED, chosen);
    setSize(chosen);
  };
  return <SettingsContext.Provider value={{ size, choose }}>{children}</SettingsContext.Provider>;
}

export const useSettings = () => useContext(SettingsContext);

function useMedia(query: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setFits(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return fits;
}

export const useDark = () => useMedia('(prefers-color-scheme: dark)');

/** Whether lists stand as cards: under 576 px, and earlier in large type. */
export function useCards(): boolean {
  const { size } = useSettings();
  return useMedia(size === 'large' ? '(max-width: 820px)' : '(max-width: 640px)');
}
