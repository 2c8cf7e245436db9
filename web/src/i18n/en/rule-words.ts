import type { Dictionary } from '..';

export const ruleWords: Dictionary['ruleWords'] = {
  bases: {
    present: 'delegates present',
    entitled: 'entitled delegates',
    cast: 'ballots cast',
    valid: 'ballots with an opinion',
    'valid-list': 'valid ballots',
  },
  reach: (more, threshold) => `${more ? 'more than' : 'at least'} ${threshold}`,
  standard: (reach, base) => `Passed when ${reach} of the ${base} are in favour.`,
  picks: (least, most) => `${least} to ${most}`,
  share: (reach, base) => `, each with ${reach} of the ${base}`,
  list: (picks, options, seats, share) =>
    `Choose ${picks} of ${options}; the ${seats} with most votes are elected${share}.`,
  best: seats => `; the best ${seats} of them`,
  candidates: (reach, base, best) => `A vote on each; elected with ${reach} of the ${base}${best}.`,
  secret: 'Secret ballot.',
  voters: (count, weighted) =>
    `Only the ${count} on the list vote${weighted ? ', each with the votes he carries' : ''}.`,
  withoutOther: 'Other opinions are left out of the share.',
  withoutAbstentions: 'Abstentions are left out of the share.',
  tieChair: "A tie is decided by the chair's ballot.",
  tieRepeat: 'A tie is voted on again.',
  tieSecondRound: 'Those with equal votes stand again in a second round.',
  late: 'Those who come late may vote while it is open.',
  live: 'The count is seen during the vote.',
  close: 'Everybody sees the result at the close.',
  quorumShare: (threshold, of) =>
    `It opens only while at least ${threshold} of ${of === 'members' ? 'all voting members' : 'those entitled'} are present.`,
  quorumNumber: count => `It opens only while at least ${count} delegates are present.`,
};
