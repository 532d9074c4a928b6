# What libraries do in a closed loop (A1–A4).
# Run this file with gnuplot in its own folder; it reads data/libraries-*.csv.
set terminal svg enhanced size 900,700 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'libraries.svg'
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

# (a) a constant added to the variance: a tail without variance, or without mean
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.575
set tmargin at screen 0.975
set label 1 '({/:Bold a})' at screen 0.007,screen 0.975 left
set xlabel '{/:Italic x}' offset 0,0.3
set ylabel '{/:Italic P}({/:Italic v}⁠ > ⁠{/:Italic x εM})' offset 1.2,0
set logscale xy
set format xy '10^{%L}'
set xrange [0.0833333:120]
set yrange [0.0002:1.5]
set key at graph 0.03,0.06 left bottom samplen 1.5 spacing 1.15 reverse Left
plot 'data/libraries-floor.csv' using (strcol(1) eq 'points' ? $2 : NaN):7 with lines linewidth 0.9 dashtype (4,4) linecolor rgb '#0072b2' notitle, \
  'data/libraries-floor.csv' using (strcol(1) eq 'points' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/libraries-floor.csv' using (strcol(1) eq 'points' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/libraries-floor.csv' using (strcol(1) eq 'points' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'divisor ⁠{/:Italic M}', \
  'data/libraries-floor.csv' using (strcol(1) eq 'freedom' ? $2 : NaN):7 with lines linewidth 0.9 dashtype (4,4) linecolor rgb '#d0312d' notitle, \
  'data/libraries-floor.csv' using (strcol(1) eq 'freedom' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/libraries-floor.csv' using (strcol(1) eq 'freedom' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/libraries-floor.csv' using (strcol(1) eq 'freedom' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'divisor ⁠{/:Italic M − 1}'
unset logscale
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

# (b) kernel estimates: the bandwidth in units of the data, fixed, and with all data kept
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.575
set tmargin at screen 0.975
set label 1 '({/:Bold b})' at screen 0.507,screen 0.975 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'variance' offset 1.2,0
set logscale xy
set format xy '10^{%L}'
set xrange [0.8:1250]
set yrange [0.718327:5266.03]
set key at graph 0.03,0.97 left top samplen 1.5 spacing 1.15 reverse Left
plot 'data/libraries-kernel.csv' using (strcol(1) eq 'relative' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'relative' ? $2 : NaN):5 with points pointtype 6 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'relative' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'relative' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'relative to the data', \
  'data/libraries-kernel.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):5 with points pointtype 6 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'fixed', \
  'data/libraries-kernel.csv' using (strcol(1) eq 'pool' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'pool' ? $2 : NaN):5 with points pointtype 6 pointsize 0.5 linecolor rgb '#009e73' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'pool' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/libraries-kernel.csv' using (strcol(1) eq 'pool' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#009e73' title 'fixed, all data kept'
unset logscale
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

# (c) a constant added to the counts of two symbols
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold c})' at screen 0.007,screen 0.475 left
set xlabel 'probability ⁠{/:Italic p}' offset 0,0.3
set ylabel 'density' offset 1.2,0
set xrange [0:1]
set yrange [0:*]
set key at graph 0.5,0.97 center top samplen 1.5 spacing 1.15 reverse Left
plot 'data/libraries-smoothing.csv' using (abs($1 - 0.25) < 1e-6 ? $2 : NaN):6 with lines linewidth 0.9 dashtype (4,4) linecolor rgb '#d0312d' notitle, \
  'data/libraries-smoothing.csv' using (abs($1 - 0.25) < 1e-6 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/libraries-smoothing.csv' using (abs($1 - 0.25) < 1e-6 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/libraries-smoothing.csv' using (abs($1 - 0.25) < 1e-6 ? $2 : NaN):3 with points pointtype 7 pointsize 0.45 linecolor rgb '#d0312d' title '{/:Italic α}⁠ = 0.25', \
  'data/libraries-smoothing.csv' using (abs($1 - 1) < 1e-6 ? $2 : NaN):6 with lines linewidth 0.9 dashtype (4,4) linecolor rgb '#0072b2' notitle, \
  'data/libraries-smoothing.csv' using (abs($1 - 1) < 1e-6 ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/libraries-smoothing.csv' using (abs($1 - 1) < 1e-6 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/libraries-smoothing.csv' using (abs($1 - 1) < 1e-6 ? $2 : NaN):3 with points pointtype 7 pointsize 0.45 linecolor rgb '#0072b2' title '{/:Italic α}⁠ = 1'
unset logscale
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

# (d) samples that take the variance for the standard deviation
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold d})' at screen 0.507,screen 0.475 left
set xlabel 'first variance ⁠{/:Italic v}_0' offset 0,0.3
set ylabel 'probability to end at 0' offset 1.2,0
set logscale x
set xtics (0.5, 1, 2)
set xrange [0.378202:2.63748]
set yrange [-0.03:1.05]
set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
plot 'data/libraries-squared.csv' using ($1 == 5 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#9ecae1' notitle, \
  'data/libraries-squared.csv' using ($1 == 5 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#9ecae1' notitle, \
  'data/libraries-squared.csv' using ($1 == 5 ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#9ecae1' title '{/:Italic M}⁠ = 5', \
  'data/libraries-squared.csv' using ($1 == 20 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#537da6' notitle, \
  'data/libraries-squared.csv' using ($1 == 20 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#537da6' notitle, \
  'data/libraries-squared.csv' using ($1 == 20 ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#537da6' title '{/:Italic M}⁠ = 20', \
  'data/libraries-squared.csv' using ($1 == 100 ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#08306b' notitle, \
  'data/libraries-squared.csv' using ($1 == 100 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/libraries-squared.csv' using ($1 == 100 ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#08306b' title '{/:Italic M}⁠ = 100'

unset multiplot
unset output
