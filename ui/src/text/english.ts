import enCodes from '../../../assets/locales/en/codes.ftl?raw';
import enDecisions from '../../../assets/locales/en/decisions.ftl?raw';
import enDesk from '../../../assets/locales/en/desk.ftl?raw';
import enEditor from '../../../assets/locales/en/editor.ftl?raw';
import enGuide from '../../../assets/locales/en/guide.ftl?raw';
import enHelp from '../../../assets/locales/en/help.ftl?raw';
import enSafekeeping from '../../../assets/locales/en/safekeeping.ftl?raw';
import enSettings from '../../../assets/locales/en/settings.ftl?raw';
import enUi from '../../../assets/locales/en/ui.ftl?raw';
import enWizard from '../../../assets/locales/en/wizard.ftl?raw';
import { bundleOf } from './bundle';

/** The English texts. */
export const english = bundleOf('en', [enUi, enSafekeeping, enSettings, enGuide, enHelp, enWizard, enCodes, enDecisions, enDesk, enEditor]);
