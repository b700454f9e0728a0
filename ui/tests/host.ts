import { vi } from 'vitest';

/** Answers of the application, by command. */
export type Answers = Record<string, (args: never) => unknown>;

/** A refused command. */
export const refusal = (code: string, message: string) => Response.json({ code, message }, { status: 422 });

/** Stands for the loopback bridge; returns the commands called, in order. */
export function answerWith(answers: Answers): string[] {
  const called: string[] = [];
  vi.stubGlobal('EventSource', class extends EventTarget {});
  vi.stubGlobal('fetch', async (url: string, request: { body: string }) => {
    const command = url.slice('/call/'.length);
    const args = JSON.parse(request.body) as never;
    called.push(`${command} ${request.body}`);
    const answer = answers[command];
    if (!answer) return Response.json({ code: 'unknown', message: `no ${command}` }, { status: 422 });
    const told = answer(args);
    return told instanceof Response ? told : Response.json(told);
  });
  return called;
}
