/** The path of the master of all slides. */
export const MASTER = 'ppt/slideMasters/slideMaster1.xml';
