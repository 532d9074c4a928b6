# One parameter for each of 2^N configurations (P6).
# Run this file with gnuplot in its own folder; it reads data/rem*.csv.
set terminal svg enhanced size 900,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'rem.svg'
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

# (a) configurations left: simulated (points) and exact (lines)
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'configurations left' offset 1.2,0
set logscale xy
set xrange [0.9:1837]
set yrange [0.9:237.49]
set key at graph 0.97,0.97 right top samplen 1.2 spacing 1.1
plot 'data/rem.csv' using ($1 == 0.5 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/rem.csv' using ($1 == 0.5 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/rem.csv' using ($1 == 0.5 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title '{/:Italic T}⁠ = 0.5 ⁠{/:Italic T}_c', \
  'data/rem.csv' using ($1 == 1 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/rem.csv' using ($1 == 1 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/rem.csv' using ($1 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title '{/:Italic T}⁠ = 1 ⁠{/:Italic T}_c', \
  'data/rem.csv' using ($1 == 2 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#8a8a8a' notitle, \
  'data/rem.csv' using ($1 == 2 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/rem.csv' using ($1 == 2 ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#8a8a8a' title '{/:Italic T}⁠ = 2 ⁠{/:Italic T}_c', \
  keyentry with lines linewidth 1.0 linecolor rgb '#8a8a8a' title 'exact'
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

# (b) the probability to win against the frequency in the first sample
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.507,screen 0.95 left
set xlabel 'frequency ⁠{/:Italic k}_{{/:Italic s},0}/{/:Italic M}⁠ in the first sample' offset 0,0.3
set ylabel 'probability to win' offset 1.2,0
set logscale xy
set xrange [0.003125:0.674067]
set yrange [0.003125:0.674067]
plot x with lines linewidth 1 linecolor rgb 'black' notitle, \
  'data/rem-final.csv' using ($1 == 0.5 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/rem-final.csv' using ($1 == 0.5 ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' notitle, \
  'data/rem-final.csv' using ($1 == 1 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/rem-final.csv' using ($1 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' notitle, \
  'data/rem-final.csv' using ($1 == 2 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/rem-final.csv' using ($1 == 2 ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#8a8a8a' notitle
unset key
unset label
unset logscale

unset multiplot
unset output
