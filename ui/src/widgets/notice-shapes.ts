import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Info from '@lucide/svelte/icons/info';

/** The icon of each kind of notice. */
export const NOTICE_SHAPES = { done: CircleCheck, failed: CircleAlert, info: Info } as const;
