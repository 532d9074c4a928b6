# How fast the expected entropy falls (P9).
# Run this file with gnuplot in its own folder; it reads data/entropy*.csv.
set terminal svg enhanced size 900,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'entropy.svg'
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

# (a) families on the real line: the change of the differential entropy
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set ylabel '{/:Italic E S_τ}⁠ − ⁠{/:Italic S}_0  (nats)' offset 1.2,0
set xrange [0:*]
set yrange [*:0]
set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
plot 'data/entropy.csv' using (strcol(1) eq 'exponential' ? $3 : NaN):8 with lines linewidth 1 dashtype (4,4) linecolor rgb '#8a8a8a' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'exponential' ? $3 : NaN):7 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'exponential' ? $3 : NaN):6 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'exponential' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'exponential' ? $3 : NaN):4 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'exponential, ⁠{/:Italic D}⁠ = 1', \
  'data/entropy.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):8 with lines linewidth 1 dashtype (4,4) linecolor rgb '#8a8a8a' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):7 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):6 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/entropy.csv' using (strcol(1) eq 'gaussian' ? $3 : NaN):4 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'Gaussian, ⁠{/:Italic D}⁠ = 2', \
  keyentry with lines linewidth 0.8 linecolor rgb 'black' title '{/:Italic D}/2 a unit of ⁠{/:Italic τ}', \
  keyentry with lines linewidth 1 dashtype (4,4) linecolor rgb '#8a8a8a' title '{/:Italic D}, as printed'
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

# (b) symbols: the entropy cannot fall below zero
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.507,screen 0.95 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set ylabel '{/:Italic E S_τ}⁠  (nats)' offset 1.2,0
set xrange [0:*]
set yrange [0:2.5]
set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
plot 'data/entropy-discrete.csv' using ($1 == 2 ? $3 : NaN):8 with lines linewidth 1 dashtype (4,4) linecolor rgb '#8a8a8a' notitle, \
  'data/entropy-discrete.csv' using ($1 == 2 ? $3 : NaN):7 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/entropy-discrete.csv' using ($1 == 2 ? $3 : NaN):6 with lines linewidth 1.0 linecolor rgb '#9ecae1' notitle, \
  'data/entropy-discrete.csv' using ($1 == 2 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#9ecae1' notitle, \
  'data/entropy-discrete.csv' using ($1 == 2 ? $3 : NaN):4 with points pointtype 7 pointsize 0.55 linecolor rgb '#9ecae1' title '2 symbols, ⁠{/:Italic D}⁠ = 1', \
  'data/entropy-discrete.csv' using ($1 == 4 ? $3 : NaN):8 with lines linewidth 1 dashtype (4,4) linecolor rgb '#8a8a8a' notitle, \
  'data/entropy-discrete.csv' using ($1 == 4 ? $3 : NaN):7 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/entropy-discrete.csv' using ($1 == 4 ? $3 : NaN):6 with lines linewidth 1.0 linecolor rgb '#537da6' notitle, \
  'data/entropy-discrete.csv' using ($1 == 4 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#537da6' notitle, \
  'data/entropy-discrete.csv' using ($1 == 4 ? $3 : NaN):4 with points pointtype 7 pointsize 0.55 linecolor rgb '#537da6' title '4 symbols, ⁠{/:Italic D}⁠ = 3', \
  'data/entropy-discrete.csv' using ($1 == 8 ? $3 : NaN):8 with lines linewidth 1 dashtype (4,4) linecolor rgb '#8a8a8a' notitle, \
  'data/entropy-discrete.csv' using ($1 == 8 ? $3 : NaN):7 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/entropy-discrete.csv' using ($1 == 8 ? $3 : NaN):6 with lines linewidth 1.0 linecolor rgb '#08306b' notitle, \
  'data/entropy-discrete.csv' using ($1 == 8 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/entropy-discrete.csv' using ($1 == 8 ? $3 : NaN):4 with points pointtype 7 pointsize 0.55 linecolor rgb '#08306b' title '8 symbols, ⁠{/:Italic D}⁠ = 7'
unset key
unset label

unset multiplot
unset output
