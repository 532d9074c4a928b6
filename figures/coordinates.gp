# One prior in three coordinates (P18, X8).
# Run this file with gnuplot in its own folder; it reads data/coordinates*.csv.
set terminal svg enhanced size 900,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'coordinates.svg'
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
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set ylabel 'fraction alive' offset 1.2,0
set logscale y
set format y '10^{%L}'
set xrange [0:*]
set yrange [7e-05:1.5]
set key at graph 0.03,0.04 left bottom samplen 1.2 spacing 1.1 reverse Left
plot 'data/coordinates-alive.csv' using (strcol(1) eq 'natural' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/coordinates-alive.csv' using (strcol(1) eq 'natural' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/coordinates-alive.csv' using (strcol(1) eq 'natural' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'field ⁠{/:Italic θ}', \
  'data/coordinates-alive.csv' using (strcol(1) eq 'arcsine' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/coordinates-alive.csv' using (strcol(1) eq 'arcsine' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/coordinates-alive.csv' using (strcol(1) eq 'arcsine' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'angle arcsin √{/:Italic p}', \
  'data/coordinates-alive.csv' using (strcol(1) eq 'mean' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#8a8a8a' notitle, \
  'data/coordinates-alive.csv' using (strcol(1) eq 'mean' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/coordinates-alive.csv' using (strcol(1) eq 'mean' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#8a8a8a' title 'frequency ⁠{/:Italic p}'
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

# (b) the law of the frequency at the end of (a): uniform, or all at 0 and 1
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.507,screen 0.95 left
set xlabel 'frequency ⁠{/:Italic p}' offset 0,0.3
set ylabel 'cumulative probability' offset 1.2,0
set xrange [-0.02:1.02]
set yrange [0:1.02]
plot 'data/coordinates.csv' using (strcol(1) eq 'natural' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'natural' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'natural' ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'arcsine' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'arcsine' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'arcsine' ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'mean' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#8a8a8a' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'mean' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/coordinates.csv' using (strcol(1) eq 'mean' ? $2 : NaN):3 with points pointtype 7 pointsize 0.4 linecolor rgb '#8a8a8a' notitle, \
  x with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle
unset key
unset label

unset multiplot
unset output
