/** What stands around the text of a meeting's documents; empty `signer`: the chair. */
export interface OfficialFormRecord {
  place: string;
  symbol: string;
  authority: string[];
  signer: string;
  recipients: string[];
}

/** Number and day ("2026-11-23") of one document; the record's id is its key. */
export interface OfficialNumberRecord {
  number: string;
  dated: string;
}

/** The office's own Word file for a kind of document, which is the record's id. */
export interface OfficialTemplateRecord {
  name: string;
  sha256: string;
  author: string;
  at: number;
}

/** A paragraph of the secretary's own behind the block `after`. */
export interface MinutesParagraphRecord {
  after: string;
  text: string;
  author: string;
  at: number;
}

/** Who confirmed the minutes with this SHA-256; locked once both have. */
export interface MinutesSealRecord {
  digest: string;
  secretary: string;
  secretary_at: number | null;
  chair: string;
  chair_at: number | null;
  locked_at: number | null;
}

/** A change to locked minutes; `number` is 0 until the chair accepts it. */
export interface MinutesCorrectionRecord {
  block: string;
  former: string;
  text: string;
  reason: string;
  author: string;
  at: number;
  number: number;
  accepted_at: number | null;
}

/** A PDF of a document as it was signed; `number` counts those of one document. */
export interface SignedDocumentRecord {
  document: string;
  number: number;
  sha256: string;
  subject: string;
  issuer: string;
  stamped: boolean;
  at: number;
}
