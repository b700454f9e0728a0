import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  // An accessibility fault breaks the build: a public office's tool must be usable by everyone.
  onwarn(warning, handler) {
    if (warning.filename?.includes('node_modules')) return;
    if (warning.code.startsWith('a11y')) throw new Error(`${warning.filename}: ${warning.message} (${warning.code})`);
    handler(warning);
  },
};
