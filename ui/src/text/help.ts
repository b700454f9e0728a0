import frHelp from '../../../assets/locales/fr/help.ftl?raw';
import { extend } from './catalogue';

extend(frHelp);
