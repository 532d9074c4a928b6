# External points: fixed inside, fixed on the boundary, or fresh (X7).
# Run this file with gnuplot in its own folder; it reads data/fixed-anchor*.csv.
set terminal svg enhanced size 1100,370 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'fixed-anchor.svg'
set datafile separator comma
# Where the locale has only ASCII, another gnuplot draws this file.
if (exists('ARG0') && strlen(ARG0) && !exists('utf8') && system('locale charmap') eq 'ANSI_X3.4-1968') {
  system("LC_ALL=C.UTF-8 gnuplot -e utf8=1 '".ARG0."'")
  exit status GPVAL_SYSTEM_ERRNO
}
set encoding utf8
set border linewidth 0.8
set tics nomirror scale 0.6
set multiplot

# (a) one run each
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel '{/:Italic φ̄}_{1,t}⁠ / ⁠{/:Italic N}' offset 1.2,0
set xrange [0:400.0] noextend
set yrange [-1.02:0.1]
plot 'data/fixed-anchor-trajectories.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):4 with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/fixed-anchor-trajectories.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):4 with lines linewidth 1 linecolor rgb '#009e73' notitle, \
  'data/fixed-anchor-trajectories.csv' using (strcol(1) eq 'fixed' && $2 == -10 ? $3 : NaN):4 with lines linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/fixed-anchor-trajectories.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):4 with lines linewidth 1 linecolor rgb '#aa4499' notitle
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

# (b) the fraction of runs whose spins are all alike: points, with exact intervals; exact laws
set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.3403,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'fraction collapsed' offset 1.2,0
set xrange [0:400.0]
set yrange [-0.02:1.02]
set key at graph 0.97,0.6 right center samplen 1 spacing 1.15
plot 'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):4 with points pointtype 7 pointsize 0.6 linecolor rgb '#0072b2' notitle, \
  keyentry with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'fixed, ⁠{/:Italic S}⁠ = −6', \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):4 with points pointtype 7 pointsize 0.44999999999999996 linecolor rgb '#009e73' notitle, \
  keyentry with points pointtype 7 pointsize 0.5 linecolor rgb '#009e73' title 'fixed, ⁠{/:Italic S}⁠ = −8', \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -10 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -10 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fixed' && $2 == -10 ? $3 : NaN):4 with points pointtype 7 pointsize 0.3 linecolor rgb '#d0312d' notitle, \
  keyentry with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'fixed, ⁠{/:Italic S}⁠ = −10', \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#aa4499' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fixed-anchor-collapsed.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):4 with points pointtype 7 pointsize 0.25 linecolor rgb '#aa4499' notitle, \
  keyentry with points pointtype 7 pointsize 0.5 linecolor rgb '#aa4499' title 'fresh, E{/:Italic S}⁠ = −9'
unset key
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

# (c) the stationary law of the frequency of up spins, where there is one
set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold c})' at screen 0.6737,screen 0.95 left
set xlabel '(1 + ⁠{/:Italic φ̄}_1/{/:Italic N}) / 2' offset 0,0.3
set ylabel 'probability density' offset 1.2,0
set xrange [0:0.6000000000000001]
set yrange [0:20.0]
set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
plot 'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb 'black' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -6 ? $3 : NaN):4 with points pointtype 7 pointsize 0.3 linecolor rgb '#0072b2' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb 'black' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fixed' && $2 == -8 ? $3 : NaN):4 with points pointtype 7 pointsize 0.3 linecolor rgb '#009e73' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#aa4499' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb 'black' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fixed-anchor.csv' using (strcol(1) eq 'fresh' && $2 == -9 ? $3 : NaN):4 with points pointtype 7 pointsize 0.3 linecolor rgb '#aa4499' notitle, \
  keyentry with points pointtype 7 pointsize 0.5 linecolor rgb '#606060' title 'simulation', \
  keyentry with lines linewidth 1.0 linecolor rgb '#606060' title 'exact', \
  keyentry with lines linewidth 1.0 linecolor rgb 'black' title 'Beta, ⁠{/:Italic M}⁠ → ∞'
unset key
unset label

unset multiplot
unset output
