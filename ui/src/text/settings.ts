import frSettings from '../../../assets/locales/fr/settings.ftl?raw';
import { addFrench } from './catalogue';

addFrench(frSettings);
