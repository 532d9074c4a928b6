# Fig. 3: Poisson counts, one fresh point a generation, exponential prior; atoms at 0 apart.
# Run this file with gnuplot in its own folder; it reads data/fig3*.csv.
set terminal svg enhanced size 900,420 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'fig3.svg'
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
# (a) the density of the rate: simulated, exact, and in the limit
set lmargin at screen 0.075
set rmargin at screen 0.63
set bmargin at screen 0.13
set tmargin at screen 0.97
set label 1 '({/:Bold a})' at screen 0.007,screen 0.97 left
set xlabel '{/:Italic ϑ}' offset 0,0.3
set ylabel 'probability density' offset 1.2,0
set xrange [0:3.0]
set yrange [0:2.0]
set key at graph 0.985,0.98 right top samplen 1.6 spacing 1.15
plot 'data/fig3.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/fig3-limit.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):4 with points pointtype 5 pointsize 0.55 linecolor rgb '#d0312d' title '{/:Italic ϑ}_{0}⁠ = 1, ⁠{/:Italic λ}⁠ = 0', \
  'data/fig3.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/fig3-limit.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):4 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title '{/:Italic ϑ}_{0}⁠ = 1, ⁠{/:Italic λ}⁠ = 1', \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/fig3-limit.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):4 with points pointtype 9 pointsize 0.55 linecolor rgb '#009e73' title '{/:Italic ϑ}_{0}⁠ = 0.25, ⁠{/:Italic λ}⁠ = 0; P(0) = 0.093', \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#aa4499' notitle, \
  'data/fig3-limit.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):4 with points pointtype 13 pointsize 0.55 linecolor rgb '#aa4499' title '{/:Italic ϑ}_{0}⁠ = 0.25, ⁠{/:Italic λ}⁠ = 1; P(0) = 0.130', \
  keyentry with lines linewidth 1.0 linecolor rgb '#606060' title 'exact, in bins', \
  keyentry with lines linewidth 1.1 linecolor rgb 'black' title 'Gamma, Eq. C3'
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

# (b) the largest distance between the exact distribution function and that of the limit
set lmargin at screen 0.73
set rmargin at screen 0.985
set bmargin at screen 0.13
set tmargin at screen 0.97
set label 1 '({/:Bold b})' at screen 0.662,screen 0.97 left
set xlabel '{/:Italic M}' offset 0,0.3
set ylabel 'distance from the Gamma law' offset 1.2,0
set logscale xy 10
set format x '10^{%L}'
set format y '10^{%L}'
set xrange [9.23077:260]
set yrange [0.00170865:0.635268]
set key at graph 0.05,0.04 left bottom reverse Left samplen 1.6
plot 0.512595/x with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' title   '∝ 1/{/:Italic M}',   'data/fig3-distance.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):4 with linespoints linewidth 1 pointtype 5 pointsize 0.6 linecolor rgb '#d0312d' notitle, \
  'data/fig3-distance.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):4 with linespoints linewidth 1 pointtype 7 pointsize 0.6 linecolor rgb '#0072b2' notitle, \
  'data/fig3-distance.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):4 with linespoints linewidth 1 pointtype 9 pointsize 0.6 linecolor rgb '#009e73' notitle, \
  'data/fig3-distance.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):4 with linespoints linewidth 1 pointtype 13 pointsize 0.6 linecolor rgb '#aa4499' notitle
unset key
unset label
unset logscale

unset multiplot
unset output
