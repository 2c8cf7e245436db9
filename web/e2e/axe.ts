import axe from 'axe-core';
import type { Person } from './person';

interface Found {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

interface Outcome {
  passes: Found[];
  /** What a person must decide: words over a picture. */
  incomplete: Found[];
  violations: Found[];
}

type Tool = { axe?: { run(context: object, options: object): Promise<Outcome> } };

/** What the colour scheme can change; all the rest is the same page, looked at in the light one. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong on the page as it stands, one readable line a finding; of a scheme whose name begins with "dark"
 * only what colours decide. The words over a printed page are left out: they are the paper's own, and thousands.
 */
export async function violations({ page }: Person, scheme: string): Promise<string[]> {
  if (!(await page.evaluate(() => Boolean((globalThis as Tool).axe)))) {
    await page.evaluate(axe.source);
  }
  const only = scheme.startsWith('dark') ? { runOnly: OF_COLOURS } : {};
  const { looked, violations } = await page.evaluate(
    async options => {
      const moving = document
        .getAnimations()
        .filter(one => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(moving.map(one => one.finished)); // a colour that is on its way is no colour yet
      const { passes, incomplete, violations } = await (globalThis as unknown as Required<Tool>).axe.run(
        { exclude: [['.textLayer']] },
        options,
      );
      return { looked: passes.length + incomplete.length + violations.length, violations };
    },
    { resultTypes: ['violations'], ...only },
  );
  if (looked === 0) {
    throw new Error('axe looked at nothing');
  }
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${scheme}: ${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
