#!/bin/sh
# Furnishes and dresses the training rooms of prompts.txt: make-rooms.sh FOLDER, from the repository's root.
set -e
mkdir -p "$1"
number=0
while IFS='|' read -r prompt style; do
  npm run -s enfilade -- ask --prompt "$prompt" --seed "$number" --out "$1/$number.json" || true
  echo "$style" > "$1/$number.style"
  number=$((number + 1))
done < "$(dirname "$0")/prompts.txt"
