# What collapses, what does not, and at what price (P2, P12, P13, P17, X5 to X10, X13).
# Run this file with gnuplot in its own folder; it reads data/remedies.csv.
set terminal svg enhanced size 1000,560 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'remedies.svg'
set datafile separator comma
# Where the locale has only ASCII, another gnuplot draws this file.
if (exists('ARG0') && strlen(ARG0) && !exists('utf8') && system('locale charmap') eq 'ANSI_X3.4-1968') {
  system("LC_ALL=C.UTF-8 gnuplot -e utf8=1 '".ARG0."'")
  exit status GPVAL_SYSTEM_ERRNO
}
set encoding utf8
set border linewidth 0.8
set tics nomirror scale 0.6
set lmargin at screen 0.335
set rmargin at screen 0.73
set bmargin at screen 0.1
set tmargin at screen 0.93
set xlabel 'in units of the truth''s variance ⁠{/:Italic p}*(1 − ⁠{/:Italic p}*)' offset 0,0.3
set xrange [-0.04:2.5]
set yrange [0.4:18.6]
set ytics scale 0 ('replace all data: the closed loop' 18, \
  '10 times the synthetic data' 17, \
  'weights that prefer a symbol' 16, \
  'weights of an oracle' 15, \
  'Jeffreys’ prior, maximised in arcsin √p' 14, \
  'Jeffreys’ prior, maximised in p' 13, \
  'one fixed data point, on the boundary' 12, \
  'two fixed data points, one of each' 11, \
  'one fresh data point' 10, \
  '10 fresh data points' 9, \
  'one fresh data point, M = 1000' 8, \
  'one point, fresh 0.1 of the time' 7, \
  'one fresh point of another law' 6, \
  'L2 penalty on the parameter' 5, \
  'Jeffreys’ prior, maximised in θ' 4, \
  'Jeffreys’ prior, posterior draws' 3, \
  'all data so far' 2, \
  'M points out of all data so far' 1)
set arrow 1 from graph 0,first 11.5 to graph 1,first 11.5 nohead linewidth 0.6 dashtype (4,4) linecolor rgb '#8a8a8a'
set label 10 'collapses' at graph 1.02,first 18 left textcolor rgb '#d0312d'
set label 11 'collapses, 10 times later' at graph 1.02,first 17 left textcolor rgb '#d0312d'
set label 12 'collapses' at graph 1.02,first 16 left textcolor rgb '#d0312d'
set label 13 'collapses, exponentially late in M' at graph 1.02,first 15 left textcolor rgb '#d0312d'
set label 14 'collapses: does nothing' at graph 1.02,first 14 left textcolor rgb '#d0312d'
set label 15 'collapses, faster' at graph 1.02,first 13 left textcolor rgb '#d0312d'
set label 16 'collapses onto the point' at graph 1.02,first 12 left textcolor rgb '#d0312d'
set label 17 'lives, off the truth' at graph 1.02,first 11 left textcolor rgb '#0072b2'
set label 18 'lives, near the truth' at graph 1.02,first 10 left textcolor rgb '#0072b2'
set label 19 'lives, closer to the truth' at graph 1.02,first 9 left textcolor rgb '#0072b2'
set label 20 'lives, however large M is' at graph 1.02,first 8 left textcolor rgb '#0072b2'
set label 21 'lives, about as with K = 0.1' at graph 1.02,first 7 left textcolor rgb '#0072b2'
set label 22 'lives, at the other law' at graph 1.02,first 6 left textcolor rgb '#0072b2'
set label 23 'lives, forgets the truth' at graph 1.02,first 5 left textcolor rgb '#0072b2'
set label 24 'lives, forgets the truth' at graph 1.02,first 4 left textcolor rgb '#0072b2'
set label 25 'lives, forgets the truth' at graph 1.02,first 3 left textcolor rgb '#0072b2'
set label 26 'lives, never better than real data' at graph 1.02,first 2 left textcolor rgb '#0072b2'
set label 27 'lives, a little worse' at graph 1.02,first 1 left textcolor rgb '#0072b2'
set key at screen 0.532,0.965 center center maxrows 1 samplen 1 width 1
plot 'data/remedies.csv' using 9:(19-$1-0.28):(0):(0.56) with vectors nohead linewidth 1 linecolor rgb 'black' notitle, \
  'data/remedies.csv' using 12:(19-$1-0.28):(0):(0.56) with vectors nohead linewidth 1 linecolor rgb 'black' notitle, \
  'data/remedies.csv' using ($7-$8):(19-$1):(2*$8):(0) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/remedies.csv' using ($10-$11):(19-$1):(2*$11):(0) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/remedies.csv' using ($4 == 1 ? $10 : NaN):(19-$1) with points pointtype 12 pointsize 0.8 linecolor rgb '#8a8a8a' notitle, \
  'data/remedies.csv' using ($4 == 0 ? $10 : NaN):(19-$1) with points pointtype 12 pointsize 0.8 linecolor rgb '#8a8a8a' notitle, \
  'data/remedies.csv' using ($4 == 1 ? $7 : NaN):(19-$1) with points pointtype 7 pointsize 0.9 linecolor rgb '#0072b2' notitle, \
  'data/remedies.csv' using ($4 == 0 ? $7 : NaN):(19-$1) with points pointtype 7 pointsize 0.9 linecolor rgb '#d0312d' notitle, \
  keyentry with points pointtype 7 pointsize 0.9 linecolor rgb '#0072b2' title '{/:Italic E p}(1 − ⁠{/:Italic p}) left', \
  keyentry with points pointtype 12 pointsize 0.8 linecolor rgb '#8a8a8a' title '{/:Italic E}({/:Italic p}⁠ − ⁠{/:Italic p}*)², the price', \
  keyentry with lines linewidth 1 linecolor rgb 'black' title 'exact'
unset output
