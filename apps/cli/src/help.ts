export const HELP = `enfilade – interior spaces from the command line

usage: enfilade <command> [options]

  ask --prompt "…" [--scene FILE] [--seed N] [--out FILE]     do or answer a request
      [--density sparse|normal|full] [--people "…"] [--explain] [--budget-ms N]
  ask --batch FILE --out DIR                                  one {"id","prompt","scene"?,"seed"?,"options"?} a line
  check SCENE [--pack general|age-friendly|wheelchair|child] [--robot-radius R]  find what is wrong with a scene
      [--json] [--language en|zh] [--out FILE]
  script SCENE [--out FILE] [--core-only] [--strict]          write it as a spatial script
      [--walls room-side|centred|axis]
  json SCENE [--out FILE]                                     write it as Scene JSON
  plan-drawing SCENE --out FILE.svg [--scale 50]              draw a plan to scale
      [--level ID] [--title "…"] [--language en|zh]
  cameras SCENE [--path tour|line|orbit|inward|outward|random-walk|free|panorama] [--out FILE]
      [--count N] [--room ID] [--level ID] [--size WxH] [--seed N]         a path of cameras through a scene
  render SCENE --cameras FILE --out DIR                       pictures of a scene, one PNG a channel
      [--from reference|baked|gaussians] [--style "…"] [--reference IMAGE]
      [--channels color,depth,normal,semantic,instance] [--samples N] [--denoise] [--seed N] [--level ID]
  realise SCENE --out DIR [--style "…"] [--reference IMAGE]    the scene as gaussians to walk in: PLY, SPZ, SOG, report
      [--quality preview|normal|fine] [--seed N] [--level ID]
  film SCENE --path FILE --out FILE.mp4 [--size 1280x720]     a film along cameras with times; {"tour": {}} walks through
      [--fps 24] [--quality preview|normal|fine] [--style "…"] [--seed N] [--level ID]
      [--frames DIR] [--channels depth,normal,semantic,instance]  and the frames: colour, depth, normals and ids
      [--frames DIR --restyled DIR2]                           the film of another model's frames, checked against the ids
  scene-folder SCENE --cameras FILE --out DIR                 pictures, layout and cameras as SpatialGen lays them out
      [--samples N] [--seed N] [--level ID]
  scene-folder SCENE --layout interiorgs --out DIR            gaussians, labels, structure and occupancy as InteriorGS does
      [--quality preview|normal|fine] [--seed N] [--level ID]
  serve [--role all|web|worker]                               what npm start runs; a worker only does jobs

A level is named by its id or its name. SCENE is a spatial script or Scene JSON; - is standard input. Results go to stdout, reports and complaints to stderr.
Exit codes: 0 done · 2 done, with something unmet or an error found · 1 failed · 64 wrong usage.
`
