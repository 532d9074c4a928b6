# Three sources of error, one by one and together (X14).
# Run this file with gnuplot in its own folder; it reads data/errors*.csv.
set terminal svg enhanced size 900,700 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'errors.svg'
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
set logscale x
set xrange [0.8:1250]

# (a) how far the model is from the truth, without sampling error
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.575
set tmargin at screen 0.975
set label 1 '({/:Bold a})' at screen 0.007,screen 0.975 left
set label 2 '{/:Italic M}⁠ = ∞' at graph 0.96,0.93 right
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel '{/:Italic E D}(model ‖ truth)  (nats)' offset 1.2,0
set yrange [-0.024:1.2]
set key at graph 0.03,0.97 left top samplen 1.8 spacing 1.15 reverse Left
plot 'data/errors-expected.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):5 with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):5 with lines linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'continued' ? $3 : NaN):5 with lines linewidth 1 linecolor rgb '#009e73' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'continued' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#009e73' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):5 with lines linewidth 1 dashtype (6,3) linecolor rgb '#0072b2' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):5 with lines linewidth 1 dashtype (6,3) linecolor rgb '#d0312d' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'continued' ? $3 : NaN):5 with lines linewidth 1 dashtype (6,3) linecolor rgb '#009e73' notitle, \
  'data/errors-expected.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'continued' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#009e73' notitle, \
  keyentry with points pointtype 7 pointsize 0.6 linecolor rgb '#0072b2' title 'fit complete', \
  keyentry with points pointtype 7 pointsize 0.6 linecolor rgb '#d0312d' title 'stopped, restarted', \
  keyentry with points pointtype 7 pointsize 0.6 linecolor rgb '#009e73' title 'stopped, continued'
set xlabel '' font ''
set ylabel '' font ''
set autoscale y
set format
unset key
unset label

# (b) how far the model is from the truth, with sampling error
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.575
set tmargin at screen 0.975
set label 1 '({/:Bold b})' at screen 0.507,screen 0.975 left
set label 2 '{/:Italic M}⁠ = 50' at graph 0.96,0.93 right
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel '{/:Italic E D}(model ‖ truth)  (nats)' offset 1.2,0
set yrange [-0.024:1.2]
set key at graph 0.03,0.97 left top samplen 1.8 spacing 1.15 reverse Left
plot 'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):6 with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):6 with lines linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'continued' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/errors.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'continued' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#009e73' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):6 with lines linewidth 1 dashtype (6,3) linecolor rgb '#0072b2' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):6 with lines linewidth 1 dashtype (6,3) linecolor rgb '#d0312d' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'continued' ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/errors.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'continued' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#009e73' notitle, \
  keyentry with linespoints linewidth 1 pointtype 7 pointsize 0.6 linecolor rgb '#8a8a8a' title 'family of the truth', \
  keyentry with linespoints linewidth 1 dashtype (6,3) pointtype 4 pointsize 0.6 linecolor rgb '#8a8a8a' title 'no coupling in the family'
set xlabel '' font ''
set ylabel '' font ''
set autoscale y
set format
unset key
unset label

# (c) how often all samples of a generation are alike
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold c})' at screen 0.007,screen 0.475 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'training sets of one kind' offset 1.2,0
set yrange [-0.02:1.05]
plot 'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):7 with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'complete' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):7 with lines linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'restarted' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'continued' ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'coupled' && strcol(2) eq 'continued' ? $3 : NaN):4 with points pointtype 7 pointsize 0.5 linecolor rgb '#009e73' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):7 with lines linewidth 1 dashtype (6,3) linecolor rgb '#0072b2' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'complete' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):7 with lines linewidth 1 dashtype (6,3) linecolor rgb '#d0312d' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'restarted' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'continued' ? $3 : NaN):5:(0):($6-$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/errors-alike.csv' using (strcol(1) eq 'independent' && strcol(2) eq 'continued' ? $3 : NaN):4 with points pointtype 4 pointsize 0.5 linecolor rgb '#009e73' notitle
set xlabel '' font ''
set ylabel '' font ''
set autoscale y
set format
unset key
unset label

# (d) the mean of a Gaussian: the variance a²t, or what forgetting leaves of it
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold d})' at screen 0.507,screen 0.475 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel 'Var ⁠{/:Italic μ_t}⁠  (units of ⁠{/:Italic σ}²/{/:Italic M})' offset 1.2,0
set logscale y
set format y '10^{%L}'
set yrange [0.226007:2000]
set key at graph 0.03,0.97 left top samplen 1.8 spacing 1.25 reverse Left
plot 'data/errors-gaussian.csv' using (strcol(1) eq 'complete' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'complete' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'complete' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'restarted' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'restarted' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'restarted' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'continued' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'continued' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/errors-gaussian.csv' using (strcol(1) eq 'continued' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#009e73' notitle, \
  keyentry with lines linewidth 1.0 linecolor rgb '#0072b2' title '{/:Italic t}', \
  keyentry with lines linewidth 1.0 linecolor rgb '#009e73' title '{/:Italic a}^2{/:Italic t}', \
  keyentry with lines linewidth 1.0 linecolor rgb '#d0312d' title '{/:Italic a}^2(1 − ⁠{/:Italic a}^{2{/:Italic t}})/(1 − ⁠{/:Italic a}^2)'

unset multiplot
unset output
