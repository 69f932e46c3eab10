/** Why the core could not start. Each has one clear sentence; none comes with a stack trace. */
export type StartFault =
  | 'owned' // another Groundwork has this data folder open
  | 'folder' // the folder is missing and cannot be made, or cannot be written
  | 'full' // the disk has no room for what opening writes
  | 'foreign' // the file is no Groundwork database
  | 'newer' // a newer Groundwork wrote the file
  | 'damaged'; // the file cannot be read

export class StartError extends Error {
  readonly fault: StartFault;

  constructor(fault: StartFault, sentence: string) {
    super(sentence);
    this.name = 'StartError';
    this.fault = fault;
  }
}
