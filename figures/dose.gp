# What K external points a generation buy (X5, X13).
# Run this file with gnuplot in its own folder; it reads data/dose*.csv.
set terminal svg enhanced size 1200,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'dose.svg'
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

# (a) both divergences against the number of external points: simulated, and D/(2K)
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'external points a generation, ⁠{/:Italic K}' offset 0,0.3
set ylabel '{/:Italic D}({/:Italic p}*‖{/:Italic p}) + ⁠{/:Italic D}({/:Italic p}‖{/:Italic p}*)  (nats)' offset 1.2,0
set logscale xy 10
set format y '10^{%L}'
set xtics (1,2,4,8,16,32,64,128,256,512)
set xrange [0.8:40]
set yrange [0.0097507:138.667]
set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
plot 'data/dose.csv' using (strcol(1) eq 'gaussian-mean' ? $3 : NaN):10 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/dose.csv' using (strcol(1) eq 'gaussian-mean' ? $3 : NaN):($8-$9):(0):(2*$9) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/dose.csv' using (strcol(1) eq 'gaussian-mean' ? $3 : NaN):8 with points pointtype 6 pointsize 1.1 linecolor rgb '#0072b2' title 'Gaussian, mean free, ⁠{/:Italic D}⁠ = 1', \
  'data/dose.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):10 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/dose.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):($8-$9):(0):(2*$9) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/dose.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):8 with points pointtype 7 pointsize 0.6 linecolor rgb '#d0312d' title 'Gaussian, all free, ⁠{/:Italic D}⁠ = 2', \
  'data/dose.csv' using (strcol(1) eq 'gaussian-vector' ? $3 : NaN):10 with lines linewidth 1.0 linecolor rgb '#8a8a8a' notitle, \
  'data/dose.csv' using (strcol(1) eq 'gaussian-vector' ? $3 : NaN):($8-$9):(0):(2*$9) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/dose.csv' using (strcol(1) eq 'gaussian-vector' ? $3 : NaN):8 with points pointtype 7 pointsize 0.6 linecolor rgb '#8a8a8a' title 'in three dimensions, ⁠{/:Italic D}⁠ = 9', \
  'data/dose.csv' using (strcol(1) eq 'spins' ? $3 : NaN):10 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/dose.csv' using (strcol(1) eq 'spins' ? $3 : NaN):($8-$9):(0):(2*$9) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/dose.csv' using (strcol(1) eq 'spins' ? $3 : NaN):8 with points pointtype 7 pointsize 0.6 linecolor rgb '#009e73' title 'two spins, ⁠{/:Italic D}⁠ = 1', \
  keyentry with lines linewidth 1.0 linecolor rgb 'black' title '{/:Italic D}/(2{/:Italic K})'
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

# (b) the approach to the limit of infinitely many synthetic points, exactly
set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.3403,screen 0.95 left
set xlabel 'synthetic points a generation, ⁠{/:Italic M}' offset 0,0.3
set logscale x 10
set format x '10^{%L}'
set xrange [1.53846:1331.2]
set ylabel 'divergences over ⁠{/:Italic D}/(2{/:Italic K})' offset 1.2,0
set yrange [0:*]
set key at graph 0.97,0.04 right bottom samplen 1 spacing 1.1
plot 1 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \
  'data/dose-approach.csv' using (strcol(1) eq 'spins' && $2 == 1 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 7 linecolor rgb '#9ecae1' title 'two spins, ⁠{/:Italic K}⁠ = 1', \
  'data/dose-approach.csv' using (strcol(1) eq 'spins' && $2 == 2 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 7 linecolor rgb '#537da6' title 'two spins, ⁠{/:Italic K}⁠ = 2', \
  'data/dose-approach.csv' using (strcol(1) eq 'spins' && $2 == 4 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 7 linecolor rgb '#08306b' title 'two spins, ⁠{/:Italic K}⁠ = 4', \
  'data/dose-approach.csv' using (strcol(1) eq 'gaussian-mean' && $2 == 1 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 6 linecolor rgb '#9ecae1' title 'Gaussian, mean free, ⁠{/:Italic K}⁠ = 1', \
  'data/dose-approach.csv' using (strcol(1) eq 'gaussian-mean' && $2 == 2 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 6 linecolor rgb '#537da6' title 'Gaussian, mean free, ⁠{/:Italic K}⁠ = 2', \
  'data/dose-approach.csv' using (strcol(1) eq 'gaussian-mean' && $2 == 4 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 6 linecolor rgb '#08306b' title 'Gaussian, mean free, ⁠{/:Italic K}⁠ = 4'
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

# (c) the variance of the mean of Gamma variables: more synthetic data lower it iff K > v2
set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold c})' at screen 0.6737,screen 0.95 left
set xlabel 'synthetic points a generation, ⁠{/:Italic M}' offset 0,0.3
set logscale x 10
set format x '10^{%L}'
set xrange [1.53846:1331.2]
set ylabel 'variance over its limit, ⁠{/:Italic v}_2 = 2' offset 1.2,0
set yrange [0:*]
set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
plot 1 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \
  'data/dose-variance.csv' using (abs($2 - 1.5) < 1e-4*$2 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 7 linecolor rgb '#0072b2' title '{/:Italic K}⁠ = 1.5 < ⁠{/:Italic v}_2', \
  'data/dose-variance.csv' using (abs($2 - 2) < 1e-4*$2 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 7 linecolor rgb '#d0312d' title '{/:Italic K}⁠ = 2 = ⁠{/:Italic v}_2', \
  'data/dose-variance.csv' using (abs($2 - 4) < 1e-4*$2 ? $3 : NaN):4 with linespoints linewidth 1 pointsize 0.5 pointtype 7 linecolor rgb '#8a8a8a' title '{/:Italic K}⁠ = 4 > ⁠{/:Italic v}_2'
unset key
unset label
unset logscale

unset multiplot
unset output
