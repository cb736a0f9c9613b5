// The icons of the screens that come later.
import correct from 'lucide-static/icons/undo-2.svg';
import deleteDigit from 'lucide-static/icons/delete.svg';
import download from 'lucide-static/icons/download.svg';
import erase from 'lucide-static/icons/trash-2.svg';
import list from 'lucide-static/icons/list-checks.svg';
import lock from 'lucide-static/icons/lock.svg';
import maximize from 'lucide-static/icons/maximize.svg';
import microphone from 'lucide-static/icons/mic.svg';
import pause from 'lucide-static/icons/pause.svg';
import pencil from 'lucide-static/icons/pencil.svg';
import person from 'lucide-static/icons/user-round.svg';
import phone from 'lucide-static/icons/phone.svg';
import play from 'lucide-static/icons/play.svg';
import plus from 'lucide-static/icons/plus.svg';
import refresh from 'lucide-static/icons/refresh-cw.svg';
import scan from 'lucide-static/icons/scan-qr-code.svg';
import send from 'lucide-static/icons/send.svg';
import star from 'lucide-static/icons/star.svg';
import stop from 'lucide-static/icons/square.svg';

export const moreIcons = {
  correct, deleteDigit, download, erase, list, lock, maximize, microphone, pause, pencil,
  person, phone, play, plus, refresh, scan, send, star, stop,
};
