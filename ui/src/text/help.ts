import frHelp from '../../../assets/locales/fr/help.ftl?raw';
import { addFrench } from './catalogue';

addFrench(frHelp);
