#!/usr/bin/env bash
# The picture of a report page in the docs, from the example badgelog.
#   scripts/report_picture.sh
# Needs chromium, and Pillow (of the extra metrics).
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PATH="$PWD/.venv/bin:$PATH"
ecode optimize examples/badgelog/submissions/accepted/slow.py --tests examples/badgelog --report "$work/report.html" > "$work/log"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1180,2600 \
  --screenshot="$work/report.png" "file://$work/report.html" 2> "$work/chromium.log"
python -c 'import sys; from PIL import Image
Image.open(sys.argv[1]).convert("RGB").quantize(64).save(sys.argv[2], optimize=True)' "$work/report.png" docs/images/report.png
