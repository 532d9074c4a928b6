#!/usr/bin/env bash
# Octave 7.3 rand("twister", seed), randn and randg; R package jsonlite 1.8.4 fromJSON().
#
# Expected: another seed, another stream; a seed that is too large is refused.
#
# What happens: Octave stops every seed at 2^32 - 1 without a word: all 63-bit seeds, whatever they are, start the same
# stream. Jsonlite reads a whole number beyond 2^53 as a double: seeds that differ in their last three digits are one.
#
# Why it matters: a driver that sends a fresh 63-bit seed for each generation and replicate gets equal noise in all of
# them. Replicates are copies, and with equal noise a loop collapses or explodes in some sqrt(n) generations: here, of
# normal fits at n = 100, the logarithm of the variance has a slope that no generation changes.
# Seed Octave with a vector of the seed's digits or halves, and read JSON with bigint_as_char = TRUE.
#
# Chance: none; two streams that are not the same agree in 5 numbers with probability below 1e-70.
# Seen: 4 seeds, 1 stream (as a vector of digits: 4); slope of ln variance over 50 generations equal from step to step.
# Needed: octave-cli (octave), Rscript (r-base-core) with r-cran-jsonlite.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/seeds.m" <<'M'
seeds = {"4611686018427387905", "1234567890123456789", "9007199254740993", "8589934597"};
for i = 1:4
  rand ("twister", str2double (seeds{i}));
  whole(i,:) = rand (1, 5);
  rand ("twister", double (seeds{i}) - double ("0"));
  digits(i,:) = rand (1, 5);
endfor
n = 100; mu = 0; v = 1;
for t = 1:50
  randn ("twister", str2double (seeds{1}) + 1e9 * t);
  x = mu + sqrt (v) * randn (n, 1);
  steps(t) = log (var (x, 1) / v);
  mu = mean (x); v = var (x, 1);
endfor
printf ("%d %d %g %g", rows (unique (whole, "rows")), rows (unique (digits, "rows")), mean (steps), max (abs (steps - steps(1))));
M
read -r whole digits slope change < <(octave-cli -q "$work/seeds.m"; echo)
echo "4 seeds beyond 2^32 start $whole stream(s); as vectors of their digits, $digits"
echo "50 generations of normal fits, a seed each: ln variance changes by $slope in every one (they differ by $change)"
same=$(Rscript -e 'f <- jsonlite::fromJSON; cat(f("[4611686018427387905]") == f("[4611686018427387999]"))')
echo "jsonlite takes 4611686018427387905 and 4611686018427387999 for one number: $same"
if [ "$whole" = 1 ] && [ "$digits" = 4 ] && [ "$same" = TRUE ] && awk "BEGIN { exit !($change < 1e-9) }"; then
    echo "as described"
else
    echo "CHANGED"
    exit 1
fi
