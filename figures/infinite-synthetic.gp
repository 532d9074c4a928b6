# A few real points a generation and M synthetic ones (P17, X6).
# Run this file with gnuplot in its own folder; it reads data/infinite-synthetic*.csv.
set terminal svg enhanced size 1100,370 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'infinite-synthetic.svg'
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

# (a) the law of the frequency in the closed loop; of an estimate from M real points (grey)
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'frequency ⁠{/:Italic x}' offset 0,0.3
set ylabel 'cumulative probability' offset 1.2,0
set xrange [0:1]
set yrange [0:1]
set key at graph 0.98,0.04 right bottom samplen 1.2 spacing 1.05
plot 'data/infinite-synthetic.csv' using ($1 == 10 ? $2 : NaN):5 with lines linewidth 0.8 linecolor rgb '#c8c8c8' notitle, \
  'data/infinite-synthetic.csv' using ($1 == 100 ? $2 : NaN):5 with lines linewidth 0.8 linecolor rgb '#c8c8c8' notitle, \
  'data/infinite-synthetic.csv' using ($1 == 1000 ? $2 : NaN):5 with lines linewidth 0.8 linecolor rgb '#c8c8c8' notitle, \
  'data/infinite-synthetic.csv' using ($1 == 10000 ? $2 : NaN):5 with lines linewidth 0.8 linecolor rgb '#c8c8c8' notitle, \
  'data/infinite-synthetic.csv' using ($1 == 100000 ? $2 : NaN):5 with lines linewidth 0.8 linecolor rgb '#c8c8c8' notitle, \
  'data/infinite-synthetic.csv' using ($1 == 1000000 ? $2 : NaN):5 with lines linewidth 0.8 linecolor rgb '#c8c8c8' notitle, \
  'data/infinite-synthetic.csv' using ($1 == 10 ? $2 : NaN):3 with lines linewidth 1 linecolor rgb '#9ecae1' title '{/:Italic M}⁠ = 10', \
  'data/infinite-synthetic.csv' using ($1 == 100 ? $2 : NaN):3 with lines linewidth 1 linecolor rgb '#80abc9' title '{/:Italic M}⁠ = 10^{2}', \
  'data/infinite-synthetic.csv' using ($1 == 1000 ? $2 : NaN):3 with lines linewidth 1 linecolor rgb '#628cb2' title '{/:Italic M}⁠ = 10^{3}', \
  'data/infinite-synthetic.csv' using ($1 == 10000 ? $2 : NaN):3 with lines linewidth 1 linecolor rgb '#446e9a' title '{/:Italic M}⁠ = 10^{4}', \
  'data/infinite-synthetic.csv' using ($1 == 100000 ? $2 : NaN):3 with lines linewidth 1 linecolor rgb '#264f83' title '{/:Italic M}⁠ = 10^{5}', \
  'data/infinite-synthetic.csv' using ($1 == 1000000 ? $2 : NaN):3 with lines linewidth 1 linecolor rgb '#08306b' title '{/:Italic M}⁠ = 10^{6}', \
  'data/infinite-synthetic.csv' using ($1 == 10 ? $2 : NaN):6 with lines linewidth 1 dashtype (8,5) linecolor rgb 'black' title 'limit', \
  keyentry with lines linewidth 0.8 linecolor rgb '#c8c8c8' title 'open loop'
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

# (b) the distance from the limit, of the distribution function (largest) and of the variance
set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.3403,screen 0.95 left
set xlabel 'synthetic points ⁠{/:Italic M}' offset 0,0.3
set logscale xy
set xrange [3.125:1600000.0]
set format x '10^{%L}'
set format y '10^{%L}'
set ylabel 'distance from the limit' offset 1.2,0
set yrange [*:1]
set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
plot 'data/infinite-synthetic-distance.csv' using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1 linecolor rgb '#0072b2' title 'law, exact', \
  'data/infinite-synthetic-measured.csv' using 1:4 with points pointtype 6 pointsize 0.6 linecolor rgb '#8a8a8a' title 'law, simulated (noise)', \
  'data/infinite-synthetic-distance.csv' using 1:4 with linespoints pointtype 5 pointsize 0.45 linewidth 1 linecolor rgb '#d0312d' title 'variance, exact'
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

# (c) the variance of the frequency: closed loop with one real point, and M real points
set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold c})' at screen 0.6737,screen 0.95 left
set xlabel 'synthetic points ⁠{/:Italic M}' offset 0,0.3
set logscale xy
set xrange [3.125:1600000.0]
set format x '10^{%L}'
set format y '10^{%L}'
set ylabel 'variance of ⁠{/:Italic x}' offset 1.2,0
set yrange [*:1]
set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
plot 'data/infinite-synthetic-distance.csv' using 1:3 with lines linewidth 1 linecolor rgb '#0072b2' title 'closed loop, exact', \
  'data/infinite-synthetic-measured.csv' using 1:($2-$3):(0):(2*$3) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/infinite-synthetic-measured.csv' using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'closed loop, simulated', \
  'data/infinite-synthetic-distance.csv' using 1:5 with lines linewidth 1 linecolor rgb '#8a8a8a' title '{/:Italic M}⁠ real points'
unset key
unset label
unset logscale

unset multiplot
unset output
