#!/usr/bin/env bash
# Pictures of a report, to look at every page as readers see it:
#
#   report/pictures.sh OUTDIR REPORTDIR
#
# LibreOffice prints report.xlsx, slides.pptx and memo.docx, Chromium shows
# report.html wide, narrow, dark and as printed, and each page becomes a PNG in
# OUTDIR. What no program is there for is left out, and said so. The README's
# pictures are report-01, html-top, slides-07 and memo-1 of sample:riverbend.
set -euo pipefail
[ $# = 2 ] || { echo "usage: report/pictures.sh OUTDIR REPORTDIR" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
report=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

has() { # PROGRAM PACKAGE WHAT
  command -v "$1" >/dev/null 2>&1 || { echo "left out: $3, as $1 is not installed (Debian: $2)"; return 1; }
}

# pages turns a PDF into one PNG a page: NAME-01.png, NAME-02.png.
pages() { # PDF
  local name
  name=$(basename "$1" .pdf)
  rm -f "$out/$name"-[0-9]*.png
  pdftoppm -png -r 80 "$1" "$out/$name"
}

office() { # FILE: a report of fewer formats lacks some
  [ -f "$report/$1" ] || return 0
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" "$report/$1" >"$work/log" 2>&1
  [ -s "$work/${1%.*}.pdf" ] || { echo "LibreOffice made no PDF of $1:" >&2; cat "$work/log" >&2; exit 1; }
  pages "$work/${1%.*}.pdf"
}

browser() { # NAME PAGE OPTION...
  local name=$1 page=$2
  shift 2
  HOME=$work chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --force-prefers-reduced-motion --user-data-dir="$work/browser" \
    "$@" "file://$page" >"$work/log" 2>&1
  [ -s "$name" ] || { echo "Chromium made no $name:" >&2; cat "$work/log" >&2; exit 1; }
}

web() {
  local page=$report/report.html
  [ -f "$page" ] || return 0
  sed 's/<details/<details open/g' "$page" >"$work/open.html"
  browser "$out/html-top.png" "$page" --window-size=1280,1000 --screenshot="$out/html-top.png"
  browser "$out/html-wide.png" "$page" --window-size=1280,6000 --screenshot="$out/html-wide.png"
  browser "$out/html-narrow.png" "$page" --window-size=500,6000 --screenshot="$out/html-narrow.png"
  browser "$out/html-dark.png" "$page" --window-size=1280,6000 --blink-settings=preferredColorScheme=0 --screenshot="$out/html-dark.png"
  browser "$out/html-open.png" "$work/open.html" --window-size=1280,16000 --screenshot="$out/html-open.png"
  browser "$work/html-print.pdf" "$page" --no-pdf-header-footer --print-to-pdf="$work/html-print.pdf"
  pages "$work/html-print.pdf"
}

if has pdftoppm poppler-utils "pictures of printed pages"; then
  if has soffice libreoffice "report.xlsx, slides.pptx and memo.docx"; then
    for file in report.xlsx slides.pptx memo.docx; do office "$file"; done
  fi
  if has chromium chromium "report.html"; then web; fi
  for drawing in "$report"/charts/*.pdf; do
    [ ! -f "$drawing" ] || pdftoppm -png -r 80 -singlefile "$drawing" "$out/chart-$(basename "$drawing" .pdf)"
  done
fi
echo "$(find "$out" -name '*.png' | wc -l) pictures in $1"
