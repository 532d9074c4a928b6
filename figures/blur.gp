# Do classes blur together in a collapse (X15)?
# Run this file with gnuplot in its own folder; it reads data/blur*.csv.
set terminal svg enhanced size 900,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'blur.svg'
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

# (a) error on points of the truth, and between the model's own classes
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'probability of error' offset 1.2,0
set logscale x
set xrange [0.8:1250]
set yrange [0:0.6]
set key at graph 0.03,0.97 left top samplen 1.2 spacing 1.15 reverse Left
plot 'data/blur.csv' using ($1 == 0 ? $2 : NaN):5 with lines linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/blur.csv' using ($1 == 0 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/blur.csv' using ($1 == 0 ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'error on the truth', \
  'data/blur.csv' using ($1 == 0 ? $2 : NaN):8 with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/blur.csv' using ($1 == 0 ? $2 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/blur.csv' using ($1 == 0 ? $2 : NaN):6 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'overlap of the classes', \
  'data/blur.csv' using ($1 == 1 ? $2 : NaN):5 with lines linewidth 1 dashtype (6,3) linecolor rgb '#d0312d' notitle, \
  'data/blur.csv' using ($1 == 1 ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/blur.csv' using ($1 == 1 ? $2 : NaN):3 with points pointtype 4 pointsize 0.55 linecolor rgb '#d0312d' title 'error on the truth, one fresh point', \
  'data/blur.csv' using ($1 == 1 ? $2 : NaN):8 with lines linewidth 1 dashtype (6,3) linecolor rgb '#0072b2' notitle, \
  'data/blur.csv' using ($1 == 1 ? $2 : NaN):($6-$7):(0):(2*$7) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/blur.csv' using ($1 == 1 ? $2 : NaN):6 with points pointtype 4 pointsize 0.55 linecolor rgb '#0072b2' title 'overlap of the classes, one fresh point', \
  'data/blur.csv' using ($1 == 0 ? $2 : NaN):9 with lines linewidth 0.8 dashtype (2,4) linecolor rgb 'black' notitle
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

# (b) how often both classes are the same point in the end
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.507,screen 0.95 left
set xlabel 'difference of the classes in the truth, ⁠{/:Italic p}⁠ − ⁠{/:Italic q}' offset 0,0.3
set ylabel 'probability to end as one point' offset 1.2,0
set xrange [-0.02:1.02]
set yrange [0:*]
set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
plot 'data/blur-end-exact.csv' using ($1 == 1 ? $2 : NaN):3 with lines linewidth 1.0 linecolor rgb '#9ecae1' notitle, \
  'data/blur-end.csv' using ($1 == 1 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#9ecae1' notitle, \
  'data/blur-end.csv' using ($1 == 1 ? $2 : NaN):3 with points pointtype 7 pointsize 0.6 linecolor rgb '#9ecae1' title '{/:Italic F}⁠ = 1', \
  'data/blur-end-exact.csv' using ($1 == 2 ? $2 : NaN):3 with lines linewidth 1.0 linecolor rgb '#537da6' notitle, \
  'data/blur-end.csv' using ($1 == 2 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#537da6' notitle, \
  'data/blur-end.csv' using ($1 == 2 ? $2 : NaN):3 with points pointtype 7 pointsize 0.6 linecolor rgb '#537da6' title '{/:Italic F}⁠ = 2', \
  'data/blur-end-exact.csv' using ($1 == 4 ? $2 : NaN):3 with lines linewidth 1.0 linecolor rgb '#08306b' notitle, \
  'data/blur-end.csv' using ($1 == 4 ? $2 : NaN):4:(0):($5-$4) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/blur-end.csv' using ($1 == 4 ? $2 : NaN):3 with points pointtype 7 pointsize 0.6 linecolor rgb '#08306b' title '{/:Italic F}⁠ = 4'
unset key
unset label

unset multiplot
unset output
