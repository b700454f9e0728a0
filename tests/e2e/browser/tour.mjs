// Every screen, menu and dialog, one after the other: what is looked at by the accessibility rules and by the camera.

import { doubtful, long, messy, namesakes } from './files.mjs';
import { applyImport } from './import.mjs';
import { protect } from './protection.mjs';
import { openDamaged } from './safety.mjs';

/** Shows the list of files as an ordinary table, or not any more. */
async function paged(desk, on) {
  await (await desk.see('views')).click();
  await desk.page.locator('.menu:popover-open [role^="menuitem"]').nth(7).click();
  await (await desk.see('paged')).setChecked(on);
  await (await desk.see('columns-apply')).click();
  await desk.at('columns-apply').waitFor({ state: 'hidden' });
}

/** So many files that what is done to all of them lasts: under way, in a dialog, and given up. */
async function* longTasks(desk, visit) {
  const { page } = desk;
  await desk.drop([long(desk.home, 1_500)]);
  await desk.see('step-check');
  await applyImport(desk);
  await desk.at('export').click();
  yield* underWay(desk, 'task');
  await desk.at('task').waitFor({ state: 'hidden' });

  await desk.at('campaign').click();
  await (await desk.see('as-of')).fill('15/07/2024 10:00');
  await page.keyboard.press('Enter');
  for await (const _ of underWay(desk)) await desk.at('task-cancel').click();
  await desk.see('outdated');
  // The browser calls a command that was stopped a failed request.
  desk.complaints = desk.complaints.filter((complaint) => !complaint.includes('422'));
  yield 'outdated';
  await desk.at('judge-again').click();
  await desk.at('task').waitFor({ state: 'hidden' });
  await desk.at('outdated').waitFor({ state: 'hidden' });

  await visit('rules');
  await desk.at('rules-view-editions').click();
  await (await desk.see('draft-go-on')).click();
  await (await desk.see('rulebook-publish')).click();
  yield* underWay(desk, 'task-dialog');
  await desk.see('publish-count');
  await page.keyboard.press('Escape');
  await desk.at('publish-dialog').waitFor({ state: 'hidden' });
}

/** Yields in the middle of the task under way, which is held there meanwhile. */
async function* underWay(desk, name) {
  await desk.page.locator('[data-testid="task"] progress').waitFor();
  desk.hold();
  yield name;
  desk.goOn();
}

/** Yields the name of each state of the window when it is on screen. */
export async function* tour(desk, language = 'fr') {
  const { page } = desk;
  const click = async (id) => (await desk.see(id)).click();
  const visit = async (screen) => {
    await click(`nav-${screen}`);
    await desk.see(`screen-${screen}`);
  };
  async function* overlay(name, trigger, content) {
    await click(trigger);
    await page.locator(content).first().waitFor();
    yield name;
    await page.keyboard.press('Escape');
    await page.locator(content).first().waitFor({ state: 'hidden' });
  }

  await desk.see('start-demo');
  await click(`language-${language}`);
  await page.locator(`html[lang="${language}"]`).waitFor();
  yield 'first-start';
  yield* overlay('create-dialog', 'start-create', '.dialog');

  await click('start-demo');
  await desk.see('chart-programmes');
  await desk.see('guides');
  yield 'desk';
  await click('guide-blocked');
  await page.locator('[data-testid="file-row"][data-row="0"] [data-state="blocked"]').waitFor();
  await desk.see('guide-words');
  yield 'guide';
  await click('guide-leave');
  await click('guide-hide');
  await desk.see('chart-programmes');
  for (const chart of ['agenda', 'funnel', 'programmes']) await click(`chart-${chart}-table`);
  yield 'desk-tables';
  for (const chart of ['agenda', 'funnel', 'programmes']) await click(`chart-${chart}-table`);
  await desk.at('screen-desk').evaluate((screen) => screen.scrollIntoView());
  yield 'desk-alone';
  yield* overlay('workspace-menu', 'workspace', '.menu:popover-open');
  yield* overlay('theme-menu', 'theme', '.menu:popover-open');
  yield* overlay('help-dialog', 'help', '.dialog .level-1');
  await click('help');
  await click('help-keys');
  await desk.see('shortcuts');
  yield 'help-keys';
  await (await desk.see('help-search')).fill('cvec');
  await click('help-CVC001');
  await page.locator('.dialog .level-1').waitFor();
  yield 'help-search';
  await page.keyboard.press('Escape');
  await page.locator('.dialog').waitFor({ state: 'detached' });
  yield* overlay('palette', 'palette', '.dialog');
  yield* overlay('campaign-dialog', 'campaign', '.dialog #as-of');

  await visit('waivers');
  yield 'waivers-none';

  await visit('files');
  await page.locator('[data-testid="file-row"][data-row="0"] [data-column]').first().waitFor();
  yield 'files';
  await page.locator(`[data-testid="file-row"][data-row="8"] [data-testid="file-box"]`).click();
  await page.locator(`[data-testid="file-row"][data-row="11"] [data-testid="file-box"]`).click({ modifiers: ['Shift'] });
  await desk.see('selection');
  yield 'selection';
  yield* overlay('waive-many', 'selection-waive', '[data-testid="waive-code"]');
  yield* overlay('entry-document', 'selection-document', '[data-testid="entry-form"]');
  yield* overlay('entry-note', 'selection-note', '[data-testid="entry-form"]');
  await click('selection-nothing');
  await desk.at('selection').waitFor({ state: 'hidden' });
  yield* overlay('filter', 'filter-states', '.popover:popover-open');
  yield* overlay('views', 'views', '.menu:popover-open');
  for (const [name, entry, content] of [['columns', 7, 'columns-apply'], ['views-dialog', 6, 'view-save']]) {
    await click('views');
    await page.locator('.menu:popover-open [role^="menuitem"]').nth(entry).click();
    await desk.see(content);
    yield name;
    await page.keyboard.press('Escape');
    await desk.at(content).waitFor({ state: 'hidden' });
  }
  await page.keyboard.press('Control+g');
  await (await desk.see('goto-search')).fill('a');
  await desk.see('goto-row');
  yield 'goto';
  await page.keyboard.press('Escape');
  await (await desk.see('files-by')).selectOption('state');
  await desk.see('file-band');
  yield 'files-grouped';
  await desk.at('files-by').selectOption('');
  await desk.at('file-band').first().waitFor({ state: 'detached' });
  await paged(desk, true);
  await desk.see('files-table');
  yield 'files-paged';
  await paged(desk, false);
  await page.locator('[data-testid="file-row"][data-row="0"] [data-column]').first().waitFor();
  await click('filter-states');
  await (await desk.see('filter-states-blocked')).check();
  await page.keyboard.press('Escape');
  await page.locator('.chips').waitFor();
  await page.locator('[data-testid="file-row"][data-row="0"] [data-state="blocked"]').waitFor();
  await page.locator('[data-testid="file-row"][data-row="0"] [data-column="birth_name"]').click();
  await desk.see('finding');
  yield 'drawer';
  yield* overlay('waive-dialog', 'waive', '[data-testid="waive-form"]');
  await click('waive');
  await (await desk.see('waive-reason')).selectOption('proof-seen');
  await click('waive-confirm');
  await (await desk.see('waiver')).scrollIntoViewIfNeeded();
  yield 'waived';
  yield* overlay('entry-derogation', 'drawer-derogation', '[data-testid="entry-form"]');
  await click('drawer-document');
  await (await desk.see('entry-piece')).fill('Photo');
  await page.locator('[data-testid="entry-confirm"]:enabled').waitFor();
  await click('entry-confirm');
  await (await desk.see('desk-mark')).scrollIntoViewIfNeeded();
  yield 'entered';
  await click('withdraw');
  await desk.at('desk-mark').waitFor({ state: 'detached' });
  await visit('waivers');
  await (await desk.see('waiver-line')).locator('[data-line]').click();
  await desk.see('then-now');
  yield 'waivers';
  await click('waiver-withdraw');
  await desk.at('waiver-line').first().waitFor({ state: 'detached' });
  await visit('files');
  await desk.see('finding');
  await click('evidence-open');
  await (await desk.see('extract-marked-cell')).scrollIntoViewIfNeeded();
  yield 'evidence';
  await (await desk.see('search')).fill('zzzzzzzz');
  await desk.see('clear-filters');
  yield 'files-no-match';

  await visit('findings');
  await desk.see('finding-row');
  yield 'findings';
  await page.locator('[data-testid="finding-row"]').first().locator('[role="gridcell"]').first().click();
  await desk.see('extract-marked-cell');
  yield 'finding';
  await click('finding-panel-close');
  await (await desk.see('findings-by')).selectOption('deadline');
  await desk.see('finding-row');
  yield 'findings-by-deadline';
  await (await desk.see('findings-search')).fill('zzzzzzzz');
  await desk.see('empty');
  yield 'findings-no-match';

  await visit('requests');
  await (await desk.see('request-row')).locator('[role="gridcell"]').first().click();
  await desk.see('request-pieces');
  yield 'request';
  await page.keyboard.press('Enter');
  await desk.see('drawer-requests');
  yield 'request-file';
  await (await desk.see('drawer-documents')).scrollIntoViewIfNeeded();
  yield 'request-documents';
  await page.keyboard.press('Escape');
  await desk.at('drawer').waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await desk.at('request').waitFor({ state: 'hidden' });
  yield 'requests';
  await (await desk.see('requests-search')).fill('zzzzzzzz');
  await desk.at('request-row').first().waitFor({ state: 'hidden' });
  yield 'requests-no-match';

  await visit('simulation');
  yield 'simulation-start';
  await (await desk.see('simulation-as-of')).fill('01/12/2024 09:00');
  await click('simulation-run');
  await desk.see('simulation-banner');
  await (await desk.see('difference-row')).locator('[role="gridcell"]').first().click();
  await desk.see('finding');
  yield 'simulation-file';
  await click('drawer-close');
  await desk.at('drawer').waitFor({ state: 'hidden' });
  yield 'simulation';
  await click('simulation-by-rule');
  await desk.see('simulation-rules');
  yield 'simulation-rules';
  await click('simulation-back');
  await desk.at('simulation-banner').waitFor({ state: 'hidden' });

  await visit('import');
  await desk.see('drop-zone');
  yield 'import';
  await desk.answer({ pick_files: [messy(desk.home), namesakes(desk.home), doubtful(desk.home)], pick_save: desk.home });
  await click('import-choose');
  await desk.see('step-columns');
  yield 'import-columns';
  await click('column-field');
  await page.locator('[role="option"]').first().waitFor();
  yield 'import-field';
  await (await desk.see('column-field')).fill(language === 'fr' ? 'niveau' : 'level');
  await page.keyboard.press('Enter');
  await page.locator('[data-state="answered"]').first().waitFor();
  yield* overlay('import-model', 'mapping-keep', '.dialog');
  await click('step-go-files');
  await desk.see('step-files');
  yield 'import-files';
  await click('step-go-sheets');
  await desk.see('raw-rows');
  yield 'import-sheets';
  await click('step-go-values');
  await desk.see('values');
  yield 'import-values';
  await click('step-go-check');
  await desk.see('person');
  yield 'import-persons';
  await click('plan-tab-new');
  await desk.see('plan-row');
  yield 'import-check';
  await click('step-go-apply');
  await desk.see('fingerprint');
  yield 'import-apply';
  await click('import-apply');
  await desk.see('import-done');
  yield 'import-done';
  yield* overlay('import-undo', 'import-undo', '.dialog');

  await visit('rules');
  await click('rule-CVC001');
  await page.locator('.page h1, .page h2').first().waitFor();
  yield 'rules';
  await click('rules-view-windows');
  await (await desk.see('window-line')).click();
  await desk.see('finding-quote');
  yield 'rules-windows';
  await click('chart-windows-table');
  yield 'rules-windows-table';
  await click('rules-view-compare');
  await desk.see('compare-count');
  yield 'rules-compare';
  await click('rules-view-editions');
  await desk.see('edition');
  yield 'rules-editions';
  yield* overlay('rules-clone', 'edition-clone', '[data-testid="clone-form"]');
  await click('edition-clone');
  await click('clone-other');
  await click('clone-confirm');
  await desk.see('draft-entries');
  yield 'rules-draft';
  yield* overlay('rules-new-entry', 'entry-new', '[data-testid="new-entry"]');
  await page.locator('[data-testid^="entry-window."]').first().click();
  await click('span-add');
  await desk.see('entry-closes-0');
  yield 'rules-entry';
  await click('rulebook-publish');
  await desk.see('publish-count');
  yield 'rules-publish';
  await page.keyboard.press('Escape');
  await desk.at('publish-dialog').waitFor({ state: 'hidden' });
  await click('draft-back');
  await desk.see('draft');
  yield 'rules-drafts';
  yield* overlay('rules-discard', 'draft-discard', '[data-testid="discard-confirm"]');
  await visit('journal');
  await desk.see('journal');
  yield 'journal';
  await click('export');
  await desk.see('notice-exported');
  yield 'exported';

  await visit('backups');
  await click('backup-now');
  await desk.see('notice-backed-up');
  yield 'backups';
  yield* overlay('messages', 'messages', '[data-testid="messages-list"]');
  yield* overlay('restore-dialog', 'backup-restore', '.dialog');
  await openDamaged(desk);
  yield 'rescue';
  await click('rescue-restore');
  await desk.see('notice-rescued');

  await visit('settings');
  await desk.see('protect');
  await desk.see('parts-search');
  yield 'settings';
  await click('parts-list');
  await (await desk.see('parts')).scrollIntoViewIfNeeded();
  yield 'settings-about';
  await page.locator('[data-year="2024"] button').click();
  await desk.see('purge-counts');
  yield 'purge-dialog';
  await page.keyboard.press('Escape');
  await desk.at('purge-counts').waitFor({ state: 'hidden' });
  yield* overlay('protect-dialog', 'protect', '.dialog');
  await protect(desk);
  yield 'recovery-code';
  await click('recovery-done');
  yield* overlay('account-dialog', 'account-add', '.dialog');
  yield* overlay('passphrase-dialog', 'secret-change', '.dialog');
  yield 'settings-protected';
  yield* longTasks(desk, visit);
  await click('lock');
  await desk.see('lock-screen');
  yield 'lock-screen';
  await (await desk.see('secret')).fill('une autre phrase que la bonne');
  await click('unlock');
  await desk.see('failure');
  yield 'lock-refused';
  await click('recover');
  await desk.see('recovery-code');
  yield 'lock-recover';
}
