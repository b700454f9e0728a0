import { vi } from 'vitest';

/** Answers of the application, by command. */
export type Answers = Record<string, (args: never) => unknown>;

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
    return Response.json(answer(args));
  });
  return called;
}
