// The plain keyed grid that the window's own is compared with: `cargo xtask bench`.

import { mount } from 'svelte';
import PlainGrid from './PlainGrid.svelte';

mount(PlainGrid, { target: document.getElementById('app') ?? document.body });
