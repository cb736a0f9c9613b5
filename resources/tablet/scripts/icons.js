// The icons of the first screens: lucide, ISC licence. Those of the others join them with later.js.
import alert from 'lucide-static/icons/circle-alert.svg';
import back from 'lucide-static/icons/arrow-left.svg';
import check from 'lucide-static/icons/check.svg';
import heart from 'lucide-static/icons/heart-handshake.svg';
import next from 'lucide-static/icons/arrow-right.svg';
import offline from 'lucide-static/icons/wifi-off.svg';
import open from 'lucide-static/icons/chevron-right.svg';
import shield from 'lucide-static/icons/shield-check.svg';
import silent from 'lucide-static/icons/volume-x.svg';
import sound from 'lucide-static/icons/volume-2.svg';
import waiting from 'lucide-static/icons/clock.svg';

export const iconShapes = { alert, back, check, heart, next, offline, open, shield, silent, sound, waiting };
