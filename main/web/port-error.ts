/** The port cannot be had; the message is a sentence for the person. */
export class PortError extends Error {}
