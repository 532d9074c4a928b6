#!/usr/bin/env bash
# R 4.2.2, rbinom at n = 10^9 (Debian package r-base-core; the script needs Rscript and installs nothing).
#
# Expected: right for every n; 10^9 is a usual population or number of spins times samples.
#
# What happens: from about 4e8 up to 2^31 - 2 a product of two counts leaves 32 bits in the test that accepts a
# candidate, and far candidates get in: variance 1.07 times n p q, 14 times too many draws beyond 4 standard deviations
# at n = 10^9. From 2^31 - 1 on another path is used, which is right; so is 10^8.
#
# Why it matters: absorption times are inversely proportional to this variance, and a longer loop is no cure. The law
# comes back for a larger n, so a test at 10^10 passes.
#
# Chance: 10^6 draws, standard deviation of the ratio .0014, bounds at .04 and .007 from 1: 5 standard deviations at
# least, and a fixed seed. Seen: ratio 1.0005 (10^8), 1.07 (10^9), 1.000 (10^10).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v Rscript > /dev/null || { echo "Rscript not found: install r-base-core" >&2; exit 69; }
cat > "$work/check.R" <<'R'
set.seed(1)
ratio <- sapply(c(1e8, 1e9, 1e10), function(n) {
  z <- (rbinom(1e6, n, .5) - n / 2) / sqrt(n / 4)
  cat(sprintf("%s, n = %g: variance/(npq) %.4f, beyond 4 standard deviations %.6f (exact .000063)\n",
              R.version.string, n, var(z), mean(abs(z) > 4)))
  var(z)
})
ok <- abs(ratio[1] - 1) < .007 && ratio[2] > 1.04 && abs(ratio[3] - 1) < .007
cat(if (ok) "as described\n" else "CHANGED\n")
quit(status = if (ok) 0 else 1)
R
Rscript --vanilla "$work/check.R"
