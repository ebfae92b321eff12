import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { unified, type Plugin, type Processor } from 'unified';
import type { Node, Position } from 'unist';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reasonOf, withoutFullStop } from '../model/errors.ts';
import { fail } from '../model/messages.ts';
import type { ContentPlugin } from '../model/plugins.ts';
import { copyTree, treeFault, type TreeKind } from './plugin-tree.ts';

/** Names and places for the messages of a plugin's run. */
interface Scene {
  file: VFile;
  place: Position | undefined;
  /** The content that is shown without the plugin where it fails, as in “slide “Results””. */
  what: string;
}

/** Runs a plugin; where it fails, the tree is what it was before. */
export type RunPlugin = <T extends Root | HastRoot>(tree: T, scene: Scene) => Promise<T>;

export interface AttachOptions {
  kind: TreeKind;
  /** The deck's file. */
  file: VFile;
  /** Runs it on what a tree has for it. */
  around: (run: RunPlugin) => (tree: Node, file: VFile) => Promise<Node>;
  /** Says what is wrong with the tree that it made. */
  check?: (tree: Node) => string | undefined;
  /** Called when the plugin has been attached to its processor. */
  attached?: (processor: Processor) => void;
}

/** Makes a plugin whose errors are messages of one that a project brings. */
export function guardedPlugin(plugin: ContentPlugin, options: AttachOptions): Plugin {
  return function attach(this: Processor) {
    const { kind, file, around, attached, check } = options;
    const [attacher, ...settings] = plugin.use;
    if (settings[0] === false) return undefined;
    let transformer: unknown;
    try {
      transformer = Reflect.apply(attacher, this, settings);
    } catch (error) {
      reportFailure(plugin.name, error, { file, place: undefined, what: 'deck', before: new Set(file.messages) });
      return undefined;
    }
    attached?.(this);
    if (typeof transformer !== 'function') return undefined;
    // A processor of its own knows all forms that a transformer may have.
    const runner = unified()
      .use(() => transformer as () => undefined)
      .freeze();
    return around((tree, scene) => guardedRun(tree, scene, { plugin, kind, runner, check }));
  };
}

interface Running {
  plugin: ContentPlugin;
  kind: TreeKind;
  runner: Processor;
  check: AttachOptions['check'];
}

async function guardedRun<T extends Root | HastRoot>(tree: T, scene: Scene, running: Running): Promise<T> {
  const kept = copyTree(tree);
  // What Lectern knows of the tree is not the plugin's, and stays with it, whatever tree the plugin returns.
  const { data } = tree;
  delete tree.data;
  const before = new Set(scene.file.messages);
  try {
    const made = await running.runner.run(tree, scene.file);
    const fault = treeFault(made, running.kind) ?? running.check?.(made);
    if (fault !== undefined) throw new Error(fault);
    for (const message of scene.file.messages) if (!before.has(message)) message.source ??= running.plugin.name;
    return { ...(made as T), data: { ...(made as T).data, ...data } };
  } catch (error) {
    reportFailure(running.plugin.name, error, { ...scene, before });
    return kept;
  }
}

/** Reports a failure in one message, and takes back the messages that the plugin itself has given. */
export function reportFailure(
  name: string,
  error: unknown,
  { file, place, what, before }: Scene & { before: ReadonlySet<VFileMessage> },
): void {
  const kept = file.messages.filter((message) => before.has(message) || message.source === 'lectern');
  file.messages.splice(0, file.messages.length, ...kept);
  const own = error instanceof VFileMessage ? error.place : undefined;
  fail(file, `Plugin “${name}” failed: ${failureReason(error)}; the ${what} is shown without it`, {
    place: own ?? place,
    ruleId: 'plugin',
  }).cause = error instanceof Error ? error : undefined;
}

/** Says in a few words why a plugin failed. */
export function failureReason(error: unknown): string {
  try {
    return withoutFullStop(reasonOf(error));
  } catch {
    return 'it threw something that is not an error';
  }
}
