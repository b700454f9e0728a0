import type { Transport } from './transport';

/** A browser on the same computer, served by the loopback bridge of the acceptance tests. */
export function bridge(): Transport {
  let source: EventSource | undefined;
  return {
    async call(command, args) {
      const response = await fetch(`/call/${command}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(args),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw answer;
      return answer;
    },
    listen(event, handler) {
      source ??= new EventSource('/events');
      const events = source;
      const receive = (message: MessageEvent<string>) => handler(JSON.parse(message.data));
      events.addEventListener(event, receive);
      return () => events.removeEventListener(event, receive);
    },
    zoom(percent) {
      document.documentElement.style.zoom = `${percent}%`;
    },
  };
}
