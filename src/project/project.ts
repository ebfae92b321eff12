import type { OutputOptions } from '../export/output-options.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Size } from '../model/deck.ts';
import type { ProjectPlugins } from '../model/plugins.ts';
import type { OptionDefaults } from '../model/project-parts.ts';

/** A project as its config describes it. */
export interface Project {
  /** The config; `undefined` where there is none, or it is not a file. */
  file: string | undefined;
  /** Parts that were found and are not used, in sentences. */
  notices: readonly string[];
  values: ProjectValues;
  /** Settings of rules. */
  rules: CheckSettings;
  plugins: ProjectPlugins;
  /** Options of the project's outputs, by their names. */
  outputOptions: ReadonlyMap<string, OptionDefaults>;
}

/** Options of a project, as programs name them. */
export interface ProjectValues extends OutputOptions {
  to?: string[];
  /** Absolute. */
  outDir?: string;
  /** A name, or an absolute path. */
  theme?: string;
  size?: Size;
  /** Absolute. */
  brand?: string;
  /** The dialect of decks that name none. */
  dialect?: string;
  strict?: boolean;
  fetch?: boolean;
  untrusted?: boolean;
}
