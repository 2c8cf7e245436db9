export const service = {
  heading: 'Call for service',
  ask: 'What is needed?',
  kinds: { water: 'Water', paper: 'Paper, pen', technician: 'Technician', other: 'Something else' },
  text: 'What is needed',
  send: 'Send',
  waiting: (what: string, time: string) => `${what}: the desk was told at ${time}`,
  withdraw: 'Not needed any more',
  withdrawOf: (what: string) => `Not needed any more: ${what}`,
  calls: (count: number) => `Calls for service (${count})`,
  none: 'Nobody waits for service.',
  done: 'Done',
  doneOf: (what: string, name: string) => `Done: ${what} for ${name}`,
};
