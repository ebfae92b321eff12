/** The scripts and styles of every deck's page, as texts. */
export interface PageParts {
  reveal: string;
  /** Lectern's own script, which puts its functions into `lectern`. */
  script: string;
  /** Styles of the presenter view. */
  presenterCss: string;
  /** The script that runs plugins, which it puts into `lecternPlugins`; `undefined` where a page has none. */
  plugins?: string | undefined;
  /** The script that plays videos from other windows, which it puts into `lecternPlayers`; `undefined` where a page has none. */
  players?: string | undefined;
}
