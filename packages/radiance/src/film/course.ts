export { cameraCourse, type FilmSize, lookFrom } from './camera-course.ts'
export { type FilmMoment, filmMoments } from './film-moments.ts'
export { type Easing, type FilmKey, type FilmPath, readFilmPath, type StateKey } from './film-path.ts'
export { type FilmState, statesAt } from './film-states.ts'
