# Boltzmann machines in a closed loop (X12).
# Run this file with gnuplot in its own folder; it reads data/machines*.csv.
set terminal svg enhanced size 900,720 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'machines.svg'
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

# (a) the variance left in a unit, whatever the hidden units: simulated (points) and exact (lines)
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.575
set tmargin at screen 0.975
set label 1 '({/:Bold a})' at screen 0.007,screen 0.975 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set xrange [0:*]
set ylabel '{/:Italic E}(1 − ⁠{/:Italic m}^2)' offset 1.2,0
set logscale y
set format y '10^{%L}'
set yrange [1e-4:1.5]
set key at graph 0.03,0.03 left bottom samplen 1.2 spacing 1.15 reverse Left
plot 'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 0 && $4 == 20 ? $5 : NaN):8 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 0 && $4 == 20 ? $5 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 0 && $4 == 20 ? $5 : NaN):6 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title '6 + 0 units, ⁠{/:Italic M}⁠ = 20', \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 4 && $4 == 20 ? $5 : NaN):8 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 4 && $4 == 20 ? $5 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 4 && $4 == 20 ? $5 : NaN):6 with points pointtype 5 pointsize 0.55 linecolor rgb '#d0312d' title '6 + 4 units, ⁠{/:Italic M}⁠ = 20', \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 12 && $4 == 20 ? $5 : NaN):8 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 12 && $4 == 20 ? $5 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 12 && $4 == 20 ? $5 : NaN):6 with points pointtype 9 pointsize 0.55 linecolor rgb '#8a8a8a' title '6 + 12 units, ⁠{/:Italic M}⁠ = 20', \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 4 && $4 == 50 ? $5 : NaN):8 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 4 && $4 == 50 ? $5 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 6 && $3 == 4 && $4 == 50 ? $5 : NaN):6 with points pointtype 13 pointsize 0.55 linecolor rgb '#009e73' title '6 + 4 units, ⁠{/:Italic M}⁠ = 50', \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 10 && $3 == 10 && $4 == 20 ? $5 : NaN):8 with lines linewidth 0.8 linecolor rgb 'black' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 10 && $3 == 10 && $4 == 20 ? $5 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'complete' && $2 == 10 && $3 == 10 && $4 == 20 ? $5 : NaN):6 with points pointtype 11 pointsize 0.55 linecolor rgb '#aa4499' title '10 + 10 units, ⁠{/:Italic M}⁠ = 20', \
  'data/machines-units.csv' using (strcol(1) eq 'early' && $2 == 6 && $3 == 4 && $4 == 20 ? $5 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#e69f00' notitle, \
  'data/machines-units.csv' using (strcol(1) eq 'early' && $2 == 6 && $3 == 4 && $4 == 20 ? $5 : NaN):6 with points pointtype 6 pointsize 0.55 linecolor rgb '#e69f00' title '6 + 4 units, ⁠{/:Italic M}⁠ = 20, stopped early', \
  keyentry with lines linewidth 0.8 linecolor rgb 'black' title '(1 − 1/{/:Italic M})^{{/:Italic t}}'
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

# (b) the fraction of runs with a unit constant, and with all: simulated (points) and exact (lines)
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.575
set tmargin at screen 0.975
set label 1 '({/:Bold b})' at screen 0.507,screen 0.975 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set xrange [0:*]
set ylabel 'fraction of runs, constant' offset 1.2,0
set yrange [-0.02:1.02]
set key at graph 0.98,0.55 right top samplen 0.8 spacing 1.15
plot 'data/machines-dead.csv' using (strcol(1) eq 'replace' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'replace' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'replace' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'replace', \
  'data/machines-dead.csv' using (strcol(1) eq 'replace' ? $2 : NaN):8:(0):($9-$8) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'replace' ? $2 : NaN):7 with points pointtype 4 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'one fresh point', \
  'data/machines-dead.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):8:(0):($9-$8) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):7 with points pointtype 4 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):6 with lines linewidth 1.0 linecolor rgb '#e69f00' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#e69f00' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#e69f00' title 'one fixed point', \
  'data/machines-dead.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):8:(0):($9-$8) with vectors nohead linewidth 0.9 linecolor rgb '#e69f00' notitle, \
  'data/machines-dead.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):7 with points pointtype 4 pointsize 0.5 linecolor rgb '#e69f00' notitle, \
  keyentry with points pointtype 7 pointsize 0.55 linecolor rgb '#606060' title 'one unit', \
  keyentry with points pointtype 4 pointsize 0.5 linecolor rgb '#606060' title 'all units'
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

# (c) the entropy of the machine over that of the truth
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold c})' at screen 0.007,screen 0.475 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set xrange [0:*]
set ylabel '{/:Italic E S}⁠ / ⁠{/:Italic S}(truth)' offset 1.2,0
set yrange [0:1.02]
set key at graph 0.97,0.97 right top samplen 1.2 spacing 1.15
plot 'data/machines-joint.csv' using (strcol(1) eq 'replace' ? $2 : NaN):3 with lines linewidth 0.6 linecolor rgb '#d0312d' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'replace' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'replace' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'replace', \
  'data/machines-joint.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):3 with lines linewidth 0.6 linecolor rgb '#0072b2' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'one fresh point', \
  'data/machines-joint.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):3 with lines linewidth 0.6 linecolor rgb '#e69f00' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#e69f00' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#e69f00' title 'one fixed point', \
  'data/machines-joint.csv' using (strcol(1) eq 'penalty' ? $2 : NaN):3 with lines linewidth 0.6 linecolor rgb '#009e73' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'penalty' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'penalty' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#009e73' title 'L2, nothing fresh'
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

# (d) the divergence from the truth
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold d})' at screen 0.507,screen 0.475 left
set xlabel 'time ⁠{/:Italic τ}⁠ = ⁠{/:Italic t}/{/:Italic M}' offset 0,0.3
set xrange [0:*]
set ylabel '{/:Italic E D}(model ‖ truth)  (nats)' offset 1.2,0
set yrange [0:*]
set key at graph 0.97,0.03 right bottom samplen 1.2 spacing 1.15
plot 'data/machines-joint.csv' using (strcol(1) eq 'replace' ? $2 : NaN):5 with lines linewidth 0.6 linecolor rgb '#d0312d' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'replace' ? $2 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'replace' ? $2 : NaN):5 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'replace', \
  'data/machines-joint.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):5 with lines linewidth 0.6 linecolor rgb '#0072b2' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fresh' ? $2 : NaN):5 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'one fresh point', \
  'data/machines-joint.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):5 with lines linewidth 0.6 linecolor rgb '#e69f00' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#e69f00' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'fixed' ? $2 : NaN):5 with points pointtype 7 pointsize 0.55 linecolor rgb '#e69f00' title 'one fixed point', \
  'data/machines-joint.csv' using (strcol(1) eq 'penalty' ? $2 : NaN):5 with lines linewidth 0.6 linecolor rgb '#009e73' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'penalty' ? $2 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/machines-joint.csv' using (strcol(1) eq 'penalty' ? $2 : NaN):5 with points pointtype 7 pointsize 0.55 linecolor rgb '#009e73' title 'L2, nothing fresh'
unset key
unset label

unset multiplot
unset output
