import frGuide from '../../../assets/locales/fr/guide.ftl?raw';
import { extend } from './catalogue';

extend(frGuide);
