/** Two people wrote in one form: what both of them changed is told apart from what can stand side by side. */

export interface Merged<Form> {
  form: Form;
  /** Fields that both changed, and not into the same; `form` holds one's own words there. */
  both: (keyof Form)[];
}

/** `base` is what both began from, `mine` stands in the form, `theirs` was recorded meanwhile. */
export function merged<Form extends object>(base: Form, mine: Form, theirs: Form): Merged<Form> {
  const form = { ...mine };
  const both: (keyof Form)[] = [];
  for (const name of Object.keys(theirs) as (keyof Form)[]) {
    if (same(mine[name], base[name])) {
      form[name] = theirs[name];
    } else if (!same(theirs[name], base[name]) && !same(mine[name], theirs[name])) {
      both.push(name);
    }
  }
  return { form, both };
}

/** A list in any order: whom either added is in it, whom either took out is not. */
export function mergedList(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = theirs.filter(one => mine.includes(one) || !base.includes(one));
  return [...kept, ...mine.filter(one => !base.includes(one) && !theirs.includes(one))];
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
