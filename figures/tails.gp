# What is lost first, and which metrics do not show it (X11).
# Run this file with gnuplot in its own folder; it reads data/tails*.csv.
set terminal svg enhanced size 1200,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'tails.svg'
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

# (a) the probability that a symbol is left, by its rank: simulated (points) and exact (lines)
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'rank of the symbol' offset 0,0.3
set ylabel 'fraction of runs that still have it' offset 1.2,0
set logscale x
set format x '10^{%L}'
set xrange [0.8:*]
set yrange [0:1.4]
set ytics 0,0.2,1
set key at graph 0.97,0.97 right top samplen 1 spacing 1.1 maxrows 3
plot 'data/tails.csv' using ($1 == 1 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#9ecae1' notitle, \
  'data/tails.csv' using ($1 == 1 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#9ecae1' notitle, \
  'data/tails.csv' using ($1 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#9ecae1' title '{/:Italic t}⁠ = 1', \
  'data/tails.csv' using ($1 == 10 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#79a4c4' notitle, \
  'data/tails.csv' using ($1 == 10 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#79a4c4' notitle, \
  'data/tails.csv' using ($1 == 10 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#79a4c4' title '{/:Italic t}⁠ = 10', \
  'data/tails.csv' using ($1 == 100 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#537da6' notitle, \
  'data/tails.csv' using ($1 == 100 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#537da6' notitle, \
  'data/tails.csv' using ($1 == 100 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#537da6' title '{/:Italic t}⁠ = 100', \
  'data/tails.csv' using ($1 == 1000 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#2e5789' notitle, \
  'data/tails.csv' using ($1 == 1000 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#2e5789' notitle, \
  'data/tails.csv' using ($1 == 1000 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#2e5789' title '{/:Italic t}⁠ = 1000', \
  'data/tails.csv' using ($1 == 10000 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#08306b' notitle, \
  'data/tails.csv' using ($1 == 10000 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/tails.csv' using ($1 == 10000 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#08306b' title '{/:Italic t}⁠ = 10000'
unset key
set key maxrows auto
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

# (b) the metrics that look fine: a constant cross-entropy, and a perplexity that improves
set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.3403,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'nats' offset 1.2,0
set logscale x
set format x '10^{%L}'
set xrange [0.8:*]
set yrange [0:8]
set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
plot 'data/tails-metrics.csv' using 1:10 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/tails-metrics.csv' using 1:($8-$9):(0):(2*$9) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/tails-metrics.csv' using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'cross-entropy −Σ ⁠{/:Italic p_t}⁠ ln ⁠{/:Italic p}*', \
  'data/tails-metrics.csv' using 1:7 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/tails-metrics.csv' using 1:($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/tails-metrics.csv' using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'own entropy −Σ ⁠{/:Italic p_t}⁠ ln ⁠{/:Italic p_t}'
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

# (c) a minority apart from the average: its mean stays, and in ever more runs it is gone
set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold c})' at screen 0.6737,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'fraction' offset 1.2,0
set logscale x
set format x '10^{%L}'
set xrange [0.8:*]
set yrange [-0.02:1.9]
set ytics 0,0.5,1
set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
plot 'data/tails-metrics.csv' using 1:($13/0.0999407) with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/tails-metrics.csv' using 1:(($11-$12)/0.0999407):(0):(2*$12/0.0999407) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/tails-metrics.csv' using 1:($11/0.0999407) with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'mean share of a minority, relative', \
  'data/tails-metrics.csv' using 1:17 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/tails-metrics.csv' using 1:15:(0):($16-$15) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/tails-metrics.csv' using 1:14 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'runs with a minority left', \
  'data/tails-metrics.csv' using 1:($4/1000) with lines linewidth 1 linecolor rgb '#8a8a8a' notitle, \
  'data/tails-metrics.csv' using 1:($2/1000) with points pointtype 7 pointsize 0.5 linecolor rgb '#8a8a8a' title 'symbols left / all', \
  'data/tails-metrics.csv' using 1:18 with points pointtype 9 pointsize 0.6 linecolor rgb 'black' title 'runs with ⁠{/:Italic D}({/:Italic p}*‖{/:Italic p_t}) < ∞'
unset key
unset label
unset logscale

unset multiplot
unset output
