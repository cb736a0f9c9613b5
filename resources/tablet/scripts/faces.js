// The five faces, drawn by us: the same on every tablet, whatever its maker's emoji are.
import face1 from '../faces/face-1.svg';
import face2 from '../faces/face-2.svg';
import face3 from '../faces/face-3.svg';
import face4 from '../faces/face-4.svg';
import face5 from '../faces/face-5.svg';

export const faceShapes = { 1: face1, 2: face2, 3: face3, 4: face4, 5: face5 };
