/** An answer put into words by the office's language model. */
export const worded = {
  ask: 'Put into words',
  hint: 'The office’s model gets the question and the quotations that are not secret. Sentences not proven by a quotation are dropped.',
  heading: 'Worded by a machine, checked against the quotations',
  working: 'The machine is wording the answer…',
  nothing: 'The machine found no sentence that matches the quotations. Please read the quotations below.',
  dropped: (count: number) => `${count} sentences that could not be proven were dropped.`,
  cited: (number: number) => `Show quotation ${number}`,
  again: 'Word it again',
  ended: {
    late: 'The machine was too slow and was stopped. The quotations below are complete.',
    away: 'The machine that words answers cannot be reached. The quotations below are complete.',
    refused: 'The machine does not take this question. The quotations below are complete.',
    broken: 'The machine stopped half way. The quotations below are complete.',
    outside: 'The machine is outside of the office’s network and is not used. Please tell the administrator.',
  },
  off: 'Putting answers into words with a language model: off.',
  on: (model: string, server: string) =>
    `Putting answers into words with a language model: on, model ${model} at ${server}.`,
};
