import { bridge } from './bridge';
import type { CommandName, Commands, EventName, Events } from './commands';
import { tauri } from './tauri';
import type { Transport } from './transport';
import type { Failure, Settings } from './wire';

const transport: Transport = '__TAURI_INTERNALS__' in globalThis ? tauri : bridge();

type Arguments<Name extends CommandName> =
  Record<string, never> extends Commands[Name][0] ? [] : [Commands[Name][0]];

/** Asks the application to do something. Rejects with a `Failure`. */
export async function call<Name extends CommandName>(name: Name, ...args: Arguments<Name>): Promise<Commands[Name][1]> {
  try {
    return (await transport.call(name, args[0] ?? {})) as Commands[Name][1];
  } catch (error) {
    if (failureOf(error)?.code === 'workspace-locked') for (const hear of whenLocked) hear();
    throw error;
  }
}

/** The preferences, handed over with the page: it has its colours before the application is asked for anything. */
export const atStart = (globalThis as { guichetSettings?: Settings }).guichetSettings ?? null;

/** Shows everything larger, in percent. */
export const zoomTo = (percent: number): void => transport.zoom(percent);

/** Called when a command is refused because the workspace is locked. */
export const whenLocked = new Set<() => void>();

/** Hears what the application says by itself, until the returned function is called. */
export function listen<Name extends EventName>(name: Name, handler: (payload: Events[Name]) => void): () => void {
  return transport.listen(name, (payload) => handler(payload as Events[Name]));
}

/** The reason of a refused call. Anything else than a `Failure` means that the application did not answer. */
export function failureOf(error: unknown): Failure | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message } = error as Partial<Failure>;
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : null;
}

export type * from './commands';
export { LISTS, ROLES } from './commands';
export type * from './wire';
