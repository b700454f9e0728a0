import frSettings from '../../../assets/locales/fr/settings.ftl?raw';
import { extend } from './catalogue';

extend(frSettings);
