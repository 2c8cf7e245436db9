const forgetters = new Set<() => void>();

/** Called when a person signs out, to take what they saw out of memory. */
export function whenFinished(forget: () => void): void {
  forgetters.add(forget);
}

export function forgetEverything(): void {
  for (const forget of forgetters) {
    forget();
  }
}
