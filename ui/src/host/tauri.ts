import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Transport } from './transport';

/** The application's own window. */
export const tauri: Transport = {
  call: (command, args) => invoke(command, args),
  listen(event, handler) {
    const listening = listen(event, ({ payload }) => handler(payload));
    return () => void listening.then((stop) => stop());
  },
  // The webview's own zoom: the page has that much less room, and lays itself out again.
  zoom: (percent) => void invoke('plugin:webview|set_webview_zoom', { value: percent / 100 }),
};
