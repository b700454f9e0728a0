/** How the window reaches the application. A refused call rejects with a `Failure`. */
export interface Transport {
  call(command: string, args: Record<string, unknown>): Promise<unknown>;
  /** Listens until the returned function is called. */
  listen(event: string, handler: (payload: unknown) => void): () => void;
  /** Shows everything larger, in percent. */
  zoom(percent: number): void;
}
