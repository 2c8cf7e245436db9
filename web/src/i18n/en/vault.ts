export const vault = {
  offline: (when: string) => `Reading offline. The meeting as it was at ${when}.`,
  offlineHome: (when: string) =>
    `Reading offline. The list as it was at ${when}; only meetings kept on this device.`,
  offlineBallot:
    'No voting without a network: a ballot never waits to be sent. Please wait until it is back.',
  kept: (done: number, all: number) =>
    done === all ? `All ${all} papers are on this device` : `${done} of ${all} papers are on this device`,
  full: (done: number, all: number) =>
    `This device is full: ${done} of ${all} papers are kept. Please remove photos or files; the rest can be read online.`,
  off: 'Reading offline is off, because this page does not use HTTPS.',
  broken: 'This device does not let papers be kept, so they can be read online only.',
  certificateEnds: (days: number) =>
    `The server's HTTPS certificate ends in ${days} days. Please run “icabinet tls renew” on the server.`,
  certificateEnded:
    "The server's HTTPS certificate has ended. Please run “icabinet tls renew” on the server.",
  noHttps:
    'The server runs without HTTPS: nothing is encrypted on the way, and tablets cannot read offline. Please run “icabinet tls init” and restart.',
};
