import { call } from '../host';
import { t } from '../text/index.svelte';
import { notices } from './notices.svelte';
import { tasks } from './tasks.svelte';

/** Writes everything held on the person of a file where somebody chooses. */
export async function exportPerson(id: number, format: 'xlsx' | 'json'): Promise<void> {
  const saved = await tasks.run(t('ui-task-person'), () => call('person_export', { id, format }));
  if (saved) notices.say('done', 'person-exported', t('ui-person-exported', { path: saved.path }));
}
