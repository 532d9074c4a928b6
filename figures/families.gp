# Closed loops of unbounded statistics (X3).
# Run this file with gnuplot in its own folder; it reads data/families*.csv.
set terminal svg enhanced size 1100,370 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'families.svg'
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

# (a) Poisson: the fraction extinct, with exact intervals, and the exact law
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'fraction extinct' offset 1.2,0
set logscale x
set format x '10^{%L}'
set xrange [1:2000.0]
set yrange [-0.02:1.02]
set key at graph 0.03,0.97 left top samplen 1 spacing 1.15 reverse Left
plot 'data/families-extinction.csv' using ($1 == 5.0 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#9ecae1' notitle, \
  'data/families-extinction.csv' using ($1 == 5.0 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#9ecae1' notitle, \
  'data/families-extinction.csv' using ($1 == 5.0 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#9ecae1' title '{/:Italic Mλ}_{0}⁠ = 5', \
  'data/families-extinction.csv' using ($1 == 20.0 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#537da6' notitle, \
  'data/families-extinction.csv' using ($1 == 20.0 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#537da6' notitle, \
  'data/families-extinction.csv' using ($1 == 20.0 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#537da6' title '{/:Italic Mλ}_{0}⁠ = 20', \
  'data/families-extinction.csv' using ($1 == 80.0 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#08306b' notitle, \
  'data/families-extinction.csv' using ($1 == 80.0 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/families-extinction.csv' using ($1 == 80.0 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' title '{/:Italic Mλ}_{0}⁠ = 80'
unset key
unset label
unset logscale
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

# (b) typical and expected scales: exact (lines) and simulated (points)
set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.3403,screen 0.95 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set ylabel 'ln ⁠{/:Italic x}' offset 1.2,0
set xrange [0:*]
set yrange [*:0.644943]
set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
plot 'data/families-scale.csv' using (strcol(1) eq 'gaussian' ? $2 : NaN):7 with lines linewidth 1 dashtype (6,4) linecolor rgb '#0072b2' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'gaussian' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'gaussian' ? $2 : NaN):6 with points pointtype 6 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'gaussian' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'gaussian' ? $2 : NaN):3 with points pointtype 7 pointsize 0.45 linecolor rgb '#0072b2' title '{/:Italic x}⁠ = ⁠{/:Italic σ}^2, Gaussian', \
  'data/families-scale.csv' using (strcol(1) eq 'exponential' ? $2 : NaN):7 with lines linewidth 1 dashtype (6,4) linecolor rgb '#d0312d' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'exponential' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'exponential' ? $2 : NaN):6 with points pointtype 6 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'exponential' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/families-scale.csv' using (strcol(1) eq 'exponential' ? $2 : NaN):3 with points pointtype 7 pointsize 0.45 linecolor rgb '#d0312d' title '{/:Italic x}⁠ = ⁠{/:Italic μ}, exponential', \
  keyentry with linespoints pointtype 7 pointsize 0.45 linewidth 1 linecolor rgb '#606060' title 'mean of ln ⁠{/:Italic x}', \
  keyentry with points pointtype 6 pointsize 0.4 linecolor rgb '#606060' title 'ln of the average ⁠{/:Italic x}', \
  keyentry with lines linewidth 1 dashtype (6,4) linecolor rgb '#606060' title 'ln E ⁠{/:Italic x}'
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

# (c) log eigenvalues of a covariance: simulated (points), and the rates they tend to (lines)
set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold c})' at screen 0.6737,screen 0.95 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set ylabel 'mean of ln ⁠{/:Italic λ_i}' offset 1.2,0
set xrange [0:*]
set yrange [*:3.90401]
set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.1 reverse Left
plot 'data/families-eigenvalues.csv' using ($1 == 1 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#9ecae1' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 1 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#9ecae1' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#9ecae1' title '{/:Italic λ}_{1}', \
  'data/families-eigenvalues.csv' using ($1 == 2 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#79a4c4' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 2 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#79a4c4' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 2 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#79a4c4' title '{/:Italic λ}_{2}', \
  'data/families-eigenvalues.csv' using ($1 == 3 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#537da6' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 3 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#537da6' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 3 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#537da6' title '{/:Italic λ}_{3}', \
  'data/families-eigenvalues.csv' using ($1 == 4 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#2e5789' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 4 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#2e5789' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 4 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#2e5789' title '{/:Italic λ}_{4}', \
  'data/families-eigenvalues.csv' using ($1 == 5 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#08306b' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 5 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/families-eigenvalues.csv' using ($1 == 5 ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' title '{/:Italic λ}_{5}', \
  keyentry with lines linewidth 1.0 linecolor rgb '#606060' title 'exact rate'
unset key
unset label

unset multiplot
unset output
