#!/usr/bin/env bash
# Nightly: keeps an export of everything, once it is proven: it is imported into an empty instance and exported from there, and
# must be the same. Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… nightly.sh <file to keep>
# WAYMARK is how the command is run; by default from the folder that Waymark is in.
set -euo pipefail

WAYMARK=${WAYMARK:-npm run --silent waymark --}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

curl --silent --show-error --fail --compressed --max-time 3600 "$WAYMARK_URL/export" \
  --header "authorization: Bearer $WAYMARK_TOKEN" --output "$folder/export.jsonl"

empty=(env REDIS_URL= WAYMARK_DATA_DIR="$folder/data" DATABASE_URL="file:$folder/data/waymark.db")
"${empty[@]}" $WAYMARK import "$folder/export.jsonl" >"$folder/log"
"${empty[@]}" $WAYMARK export --output "$folder/again.jsonl" >>"$folder/log"
cmp "$folder/export.jsonl" "$folder/again.jsonl"

mv "$folder/export.jsonl" "$1"
# Between the first line and the last there is one for each row.
echo "$(($(wc -l <"$1") - 2)) rows, SHA-256 $(sha256sum <"$1" | cut -d ' ' -f 1)"
