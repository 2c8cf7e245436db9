import axe from 'axe-core';
import type { Person } from './person';

interface Found {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

interface Outcome {
  passes: Found[];
  violations: Found[];
}

/**
 * What axe finds wrong on the page as it stands, one readable line a finding. The words over a printed page are left
 * out: they are the paper's own, and thousands.
 */
export async function violations({ page }: Person, scheme: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const { passes, violations } = await page.evaluate(async () => {
    const tool = (globalThis as unknown as { axe: { run(context: object): Promise<Outcome> } }).axe;
    const { passes, violations } = await tool.run({ exclude: [['.textLayer']] });
    return { passes, violations };
  });
  if (passes.length === 0) {
    throw new Error('axe looked at nothing');
  }
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${scheme}: ${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
