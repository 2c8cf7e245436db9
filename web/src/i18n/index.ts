import { signal } from '@preact/signals';
import { vi } from './vi';

/** A text with blanks is a function of them; every language gives the same blanks. */
type Translated<Source> = {
  [Key in keyof Source]: Source[Key] extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : Source[Key] extends string
      ? string
      : Translated<Source[Key]>;
};

export type Dictionary = Translated<typeof vi>;
export type Language = 'vi' | 'en';

const STORED = 'icabinet.language';
const dictionary = signal<Dictionary>(vi);

export const language = signal<Language>('vi');

/** The texts of the chosen language; read inside a component so that it redraws when the language changes. */
export function t(): Dictionary {
  return dictionary.value;
}

export async function choose(wanted: Language): Promise<void> {
  dictionary.value = wanted === 'vi' ? vi : (await import('./en')).en;
  language.value = wanted;
  document.documentElement.lang = wanted;
  localStorage.setItem(STORED, wanted);
}

/** The language this tablet used last; Vietnamese at first. */
export async function restore(): Promise<void> {
  if (localStorage.getItem(STORED) === 'en') {
    await choose('en').catch(() => console.info('the English texts could not be fetched'));
  }
}
