# How many times as long as ClosedLoop other programs take, job by job.
# Run this file with gnuplot in its own folder; it reads ratios.csv.
set terminal svg enhanced size 900,430 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'ratios.svg'
set datafile separator comma
set encoding utf8
set border 1 linewidth 0.8
set tics nomirror scale 0.6
set lmargin at screen 0.235
set rmargin at screen 0.975
set bmargin at screen 0.135
set tmargin at screen 0.9
set xlabel 'time in units of that of ClosedLoop' offset 0,0.3
set logscale x
set xrange [0.5:2e6]
set xtics ('1' 1, '10' 10, '100' 100, '1000' 1000, '10^4' 1e4, '10^5' 1e5, '10^6' 1e6)
set yrange [0.5:7.5]
set ytics scale 0 ('({/:Bold a})  Gaussian, {/:Italic M} = 100' 7, \
  '({/:Bold b})  20 spins to absorption' 6, \
  '({/:Bold c})  Gaussian, {/:Italic M} = 10^6' 5, \
  '({/:Bold d})  Figure 2, all five cases' 4, \
  '({/:Bold e})  Gaussian, all data kept' 3, \
  '({/:Bold f})  exact times, {/:Italic n} = 1000' 2, \
  '({/:Bold f})  exact times, {/:Italic n} = 4000' 1)
do for [row = 1:7] {
  set arrow row from 0.5,row to 2e6,row nohead back linewidth 0.6 linecolor rgb '#dddddd'
}
set arrow 8 from 1,0.5 to 1,7.5 nohead back linewidth 1 linecolor rgb 'black'
set key at screen 0.605,0.95 center center maxrows 1 samplen 1 width 1

# Columns: row from the top, job, program, ratio, and its lowest and highest of all rounds.
is(program) = strcol(3) eq program
grey = '#8a8a8a'; blue = '#0072b2'; red = '#d0312d'
plot 'ratios.csv' using (is('plain C') ? $5 : NaN):(8-$1):($6-$5):(0) with vectors nohead linewidth 2 linecolor rgb grey notitle, \
  'ratios.csv' using (is('NumPy') ? $5 : NaN):(8-$1):($6-$5):(0) with vectors nohead linewidth 2 linecolor rgb blue notitle, \
  'ratios.csv' using (is('NumPy raw data') ? $5 : NaN):(8-$1):($6-$5):(0) with vectors nohead linewidth 2 linecolor rgb red notitle, \
  'ratios.csv' using (is('plain C') ? $4 : NaN):(8-$1) with points pointtype 5 pointsize 0.8 linecolor rgb grey notitle, \
  'ratios.csv' using (is('NumPy') ? $4 : NaN):(8-$1) with points pointtype 7 pointsize 0.9 linecolor rgb blue notitle, \
  'ratios.csv' using (is('NumPy raw data') ? $4 : NaN):(8-$1) with points pointtype 12 pointsize 1.1 linewidth 1.5 linecolor rgb red notitle, \
  keyentry with lines linewidth 1 linecolor rgb 'black' title 'ClosedLoop', \
  keyentry with points pointtype 5 pointsize 0.8 linecolor rgb grey title 'plain C', \
  keyentry with points pointtype 7 pointsize 0.9 linecolor rgb blue title 'NumPy', \
  keyentry with points pointtype 12 pointsize 1.1 linewidth 1.5 linecolor rgb red title 'NumPy, raw data'
unset output
