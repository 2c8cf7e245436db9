import { useLayoutEffect } from 'preact/hooks';

/** The document's root carries a class while something is there; a style must not ask for it by `:has` (test/styles). */
export function useRootClass(name: string): void {
  useLayoutEffect(() => {
    const { classList } = document.documentElement;
    classList.add(name);
    return () => classList.remove(name);
  }, [name]);
}
