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

/** What axe finds wrong on the page as it stands, in light and in dark; one readable line a finding. */
export async function violations(person: Person): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await person.page.emulateMedia({ colorScheme });
    found.push(...(await run(person)).map(line => `${colorScheme}: ${line}`));
  }
  await person.page.emulateMedia({ colorScheme: 'light' });
  return found;
}

async function run({ page }: Person): Promise<string[]> {
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
    nodes.map(node => `${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
