import frGuide from '../../../assets/locales/fr/guide.ftl?raw';
import { addFrench } from './catalogue';

addFrench(frGuide);
