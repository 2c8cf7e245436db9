import type { Dictionary } from '..';

export const interests: Dictionary['interests'] = {
  heading: 'Declared interests',
  hint: 'Whoever has an interest takes no part in votes on the item and is not counted in them; the minutes say so.',
  none: 'Nobody has declared an interest.',
  declare: 'Declare an interest',
  save: 'Record the declaration',
  person: 'Person',
  item: 'Item without this person’s vote',
  reason: 'Reason',
  reasonHint: 'Everybody in the meeting can read it; the minutes quote it.',
  own: 'No part in votes on this item',
  because: reason => `Reason: ${reason}`,
  withdraw: 'Withdraw',
  withdrawOf: name => `Withdraw the declaration of ${name}`,
  withdrawAsk: title => `Withdraw the declaration on “${title}”?`,
  withdrawDetail: 'The person may then vote on this item again.',
};
