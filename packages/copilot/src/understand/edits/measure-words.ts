/** Chinese measure words, as a class of a pattern. */
export const measureWords = '[个把盏张件台盆幅块只座组扇株棵条本面套副排支根]'
