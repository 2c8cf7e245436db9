import type { Dictionary } from '..';

export const common: Dictionary['common'] = {
  app: 'i-Cabinet',
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  send: 'Send',
  remove: 'Delete',
  edit: 'Edit',
  back: 'Back',
  more: 'More',
  yes: 'Agree',
  signOut: 'Sign out',
  menu: 'More',
  none: 'None yet',
  failed: 'Could not be loaded',
  formerMember: 'Somebody no longer in the meeting',
  notFound: 'There is no such page.',
  toMeetings: 'To the list of meetings',
  noRight: 'You are not among the participants of this meeting.',
  language: 'Tiếng Việt',
  light: 'Light',
  dark: 'Dark',
  automatic: 'As the device',
  theme: 'Brightness of the screen',
  theServerIsAway:
    'The meeting room server cannot be reached. Please check the Wi-Fi; this page keeps trying.',
  programOnly:
    'The device is offline: only the program could be opened, without meetings and papers. Everything loads by itself once the network is back.',
  unexpected: 'Something unexpected happened and nothing was changed. Please try again.',
  updateReady: 'A new version of the program is ready.',
  updateNow: 'Use it now',
};

export const link: Dictionary['link'] = {
  up: 'Connected',
  connecting: 'Connecting…',
  lost: 'Connection lost, trying again. Papers already open can still be read.',
  lostShort: 'Connection lost',
  waiting: count => `${count} not sent yet: waiting for the network`,
  waitingOne: 'Not sent yet: waiting for the network',
  refused: reason => `Not accepted: ${reason}`,
  discard: 'Discard',
  leaveUnsent: 'Something on this device has not been sent yet. Signing out deletes it.',
  resumed: 'Connected again',
};
