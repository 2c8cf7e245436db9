import type { Dictionary } from '..';

export const signing: Dictionary['signing'] = {
  unsigned: 'Not digitally signed',
  signedBy: (who, when) => `Signed by ${who} at ${when}`,
  sign: 'Sign',
  stands: 'Signed, unchanged since',
  signOf: name => `Sign: ${name}`,
  signing: 'Signing…',
  question: name => `Sign ${name} digitally?`,
  detail: (who, issuer) =>
    `With the key of ${who} (issued by ${issuer}). The signed PDF becomes the document: kept as it is, open to the delegates, and part of the meeting’s file. A signature cannot be taken back; what is corrected later is signed anew, and the former file stays.`,
  clock: stamped =>
    stamped
      ? 'A timestamp authority confirms the time of signing.'
      : 'The time of signing is that of the server’s clock.',
  noNumber: 'The document has no number and date yet. They cannot be added to a signed file.',
  key: 'Signing key',
  keyOf: (who, issuer, ends) => `${who}; issued by ${issuer}; until ${ends}.`,
  noKey:
    'No signing key is set on the server: documents say that they are not signed, and are signed on paper.',
  files: 'Signed files',
  file: number => `Signed file ${number}`,
  fileOf: (name, number) => `Signed file ${number}: ${name}`,
  check: 'Check the signature',
  checkOf: (name, number) => `Check signature ${number}: ${name}`,
  checking: 'Checking…',
  states: {
    valid: 'Valid, and nothing was changed',
    changed: 'Changed after it was signed',
    added: 'Something was added after it was signed',
    expired: 'The certificate has ended',
    untrusted: 'Nothing was changed, but the issuer is not trusted here',
  },
  hints: {
    valid: '',
    changed: 'Do not use this file. Please take the one of the kept bundle.',
    added: 'Please compare with the kept bundle first.',
    expired: 'Without a timestamp nothing proves that it was signed before.',
    untrusted: 'The administrator can name the issuer in ICABINET_SIGN_TRUST.',
  },
  issuer: (issuer, ends) => `Issuer: ${issuer}; certificate until ${ends}.`,
  at: (when, stamped) => (stamped ? `Signed at ${when} (timestamp).` : `Signed at ${when} (server’s clock).`),
  heading: 'Signed documents',
  standings: {
    void: 'This vote is void: the document is no longer in use',
    calledOff: 'The meeting was called off',
  },
};
