// The icons of the page: lucide, ISC licence.
import alert from 'lucide-static/icons/circle-alert.svg';
import back from 'lucide-static/icons/arrow-left.svg';
import check from 'lucide-static/icons/check.svg';
import correct from 'lucide-static/icons/undo-2.svg';
import deleteDigit from 'lucide-static/icons/delete.svg';
import download from 'lucide-static/icons/download.svg';
import erase from 'lucide-static/icons/trash-2.svg';
import heart from 'lucide-static/icons/heart-handshake.svg';
import list from 'lucide-static/icons/list-checks.svg';
import lock from 'lucide-static/icons/lock.svg';
import maximize from 'lucide-static/icons/maximize.svg';
import microphone from 'lucide-static/icons/mic.svg';
import next from 'lucide-static/icons/arrow-right.svg';
import offline from 'lucide-static/icons/wifi-off.svg';
import open from 'lucide-static/icons/chevron-right.svg';
import pause from 'lucide-static/icons/pause.svg';
import pencil from 'lucide-static/icons/pencil.svg';
import person from 'lucide-static/icons/user-round.svg';
import phone from 'lucide-static/icons/phone.svg';
import play from 'lucide-static/icons/play.svg';
import plus from 'lucide-static/icons/plus.svg';
import refresh from 'lucide-static/icons/refresh-cw.svg';
import scan from 'lucide-static/icons/scan-qr-code.svg';
import send from 'lucide-static/icons/send.svg';
import shield from 'lucide-static/icons/shield-check.svg';
import silent from 'lucide-static/icons/volume-x.svg';
import sound from 'lucide-static/icons/volume-2.svg';
import star from 'lucide-static/icons/star.svg';
import stop from 'lucide-static/icons/square.svg';
import waiting from 'lucide-static/icons/clock.svg';

export const iconShapes = {
  alert, back, check, correct, deleteDigit, download, erase, heart, list, lock, maximize, microphone, next, offline, open, pause, pencil,
  person, phone, play, plus, refresh, scan, send, shield, silent, sound, star, stop, waiting,
};
