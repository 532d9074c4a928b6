# Weights on the loop's own samples (X10).
# Run this file with gnuplot in its own folder; it reads data/weights*.csv.
set terminal svg enhanced size 900,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'weights.svg'
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

# (a) the fraction of runs alive: simulated (points, 95 % intervals) and exact (lines)
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'fraction alive' offset 1.2,0
set logscale x
set xrange [0.9:3300]
set yrange [-0.02:1.02]
set key at graph 0.97,0.97 right top samplen 1.2 spacing 1.15
plot 'data/weights-alive.csv' using (strcol(1) eq 'none' && $2 == 5 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'none' && $2 == 5 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'none' && $2 == 5 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#0072b2' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'none' && $2 == 10 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'none' && $2 == 10 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'none' && $2 == 10 ? $3 : NaN):4 with points pointtype 5 pointsize 0.45 linecolor rgb '#0072b2' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'tilt' && $2 == 5 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'tilt' && $2 == 5 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'tilt' && $2 == 5 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#009e73' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'tilt' && $2 == 10 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'tilt' && $2 == 10 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'tilt' && $2 == 10 ? $3 : NaN):4 with points pointtype 5 pointsize 0.45 linecolor rgb '#009e73' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'oracle' && $2 == 5 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'oracle' && $2 == 5 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'oracle' && $2 == 5 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#d0312d' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'oracle' && $2 == 10 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'oracle' && $2 == 10 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'oracle' && $2 == 10 ? $3 : NaN):4 with points pointtype 5 pointsize 0.45 linecolor rgb '#d0312d' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'matched' && $2 == 5 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#aa4499' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'matched' && $2 == 5 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'matched' && $2 == 5 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#aa4499' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'matched' && $2 == 10 ? $3 : NaN):7 with lines linewidth 1.0 linecolor rgb '#aa4499' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'matched' && $2 == 10 ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/weights-alive.csv' using (strcol(1) eq 'matched' && $2 == 10 ? $3 : NaN):4 with points pointtype 5 pointsize 0.45 linecolor rgb '#aa4499' notitle, \
  keyentry with points pointtype 7 pointsize 0.6 linecolor rgb '#606060' title '{/:Italic M}⁠ = 5', \
  keyentry with points pointtype 5 pointsize 0.6 linecolor rgb '#606060' title '{/:Italic M}⁠ = 10'
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

# (b) the mean time to collapse: simulated (points) and exact (lines)
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.507,screen 0.95 left
set xlabel 'samples ⁠{/:Italic M}' offset 0,0.3
set ylabel 'mean generations to collapse' offset 1.2,0
set xrange [1.5:16.5]
set logscale y
set format y '10^{%L}'
set yrange [1:655360]
set label 2 'one fresh point a generation: never' at graph 0.97,0.96 right
set key at graph 0.03,0.88 left top samplen 1.2 spacing 1.15 reverse Left
plot 'data/weights-time.csv' using (strcol(1) eq 'none' ? $2 : NaN):3 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'none' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'none' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'no weights', \
  'data/weights-time.csv' using (strcol(1) eq 'tilt' ? $2 : NaN):3 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'tilt' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'tilt' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#009e73' title 'a tilt', \
  'data/weights-time.csv' using (strcol(1) eq 'oracle' ? $2 : NaN):3 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'oracle' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'oracle' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'oracle, truth/model', \
  'data/weights-time.csv' using (strcol(1) eq 'matched' ? $2 : NaN):3 with lines linewidth 1.0 linecolor rgb '#aa4499' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'matched' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/weights-time-measured.csv' using (strcol(1) eq 'matched' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#aa4499' title 'oracle, truth/sample'
unset key
unset label
unset logscale

unset multiplot
unset output
