# The equation of motion of the parameter, measured over one generation (P7).
# Run this file with gnuplot in its own folder; it reads data/equation-of-motion*.csv.
set terminal svg enhanced size 1100,700 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'equation-of-motion.svg'
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

# (a) coupled-closed: arrows 0.06 A, ellipses 0.07 J^(-1/2)
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.598
set tmargin at screen 0.934
set label 1 '({/:Bold a})' at screen 0.007,screen 0.934 left
set label 2 'coupled spins, closed loop' at graph 0.5,1.11 center
set label 3 'arrows 0.06 ⁠{/:Italic A}, ellipses 0.07 ⁠{/:Italic J}^{ −1/2}' at graph 0.5,1.04 center font ',10'
set xlabel '{/:Italic θ}_1' offset 0,0.3
set ylabel '{/:Italic θ}_2' offset 1.2,0
set xrange [-0.444:0.444]
set yrange [-1.48:1.48]
set xtics 0.2
set ytics 0.5
plot for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'coupled-closed' && $2 == i ? $3+0.07*$7 : NaN):($4+0.07*$8) with lines linewidth 2.2 linecolor rgb '#d0d0d0' notitle, \
  for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'coupled-closed' && $2 == i ? $3+0.07*$5 : NaN):($4+0.07*$6) with lines linewidth 0.7 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'coupled-closed' ? $2 : NaN):3:(0.06*$8):(0.06*$9) with vectors head filled size graph 0.035,22 linewidth 3 linecolor rgb '#e8b0ac' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'coupled-closed' ? $2 : NaN):3:(0.06*$4):(0.06*$6) with vectors head filled size graph 0.025,15 linewidth 0.9 linecolor rgb '#d0312d' notitle
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

# (b) coupled-anchored: arrows 0.09 A, ellipses 0.07 J^(-1/2)
set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.598
set tmargin at screen 0.934
set label 1 '({/:Bold b})' at screen 0.3403,screen 0.934 left
set label 2 'coupled spins, priors and a point' at graph 0.5,1.11 center
set label 3 'arrows 0.09 ⁠{/:Italic A}, ellipses 0.07 ⁠{/:Italic J}^{ −1/2}' at graph 0.5,1.04 center font ',10'
set xlabel '{/:Italic θ}_1' offset 0,0.3
set ylabel '{/:Italic θ}_2' offset 1.2,0
set xrange [-0.444:0.444]
set yrange [-1.48:1.48]
set xtics 0.2
set ytics 0.5
plot for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'coupled-anchored' && $2 == i ? $3+0.07*$7 : NaN):($4+0.07*$8) with lines linewidth 2.2 linecolor rgb '#d0d0d0' notitle, \
  for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'coupled-anchored' && $2 == i ? $3+0.07*$5 : NaN):($4+0.07*$6) with lines linewidth 0.7 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'coupled-anchored' ? $2 : NaN):3:(0.09*$8):(0.09*$9) with vectors head filled size graph 0.035,22 linewidth 3 linecolor rgb '#e8b0ac' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'coupled-anchored' ? $2 : NaN):3:(0.09*$4):(0.09*$6) with vectors head filled size graph 0.025,15 linewidth 0.9 linecolor rgb '#d0312d' notitle
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

# (c) categorical: arrows 0.06 A, ellipses 0.05 J^(-1/2)
set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.598
set tmargin at screen 0.934
set label 1 '({/:Bold c})' at screen 0.6737,screen 0.934 left
set label 2 'three symbols, closed loop' at graph 0.5,1.11 center
set label 3 'arrows 0.06 ⁠{/:Italic A}, ellipses 0.05 ⁠{/:Italic J}^{ −1/2}' at graph 0.5,1.04 center font ',10'
set xlabel '{/:Italic θ}_1' offset 0,0.3
set ylabel '{/:Italic θ}_2' offset 1.2,0
set xrange [-2.22:2.22]
set yrange [-2.22:2.22]
set xtics 1
set ytics 1
plot for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'categorical' && $2 == i ? $3+0.05*$7 : NaN):($4+0.05*$8) with lines linewidth 2.2 linecolor rgb '#d0d0d0' notitle, \
  for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'categorical' && $2 == i ? $3+0.05*$5 : NaN):($4+0.05*$6) with lines linewidth 0.7 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'categorical' ? $2 : NaN):3:(0.06*$8):(0.06*$9) with vectors head filled size graph 0.035,22 linewidth 3 linecolor rgb '#e8b0ac' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'categorical' ? $2 : NaN):3:(0.06*$4):(0.06*$6) with vectors head filled size graph 0.025,15 linewidth 0.9 linecolor rgb '#d0312d' notitle
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

# (d) gaussian: arrows 0.05 A, ellipses 0.06 J^(-1/2)
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.094
set tmargin at screen 0.446
set label 1 '({/:Bold d})' at screen 0.007,screen 0.446 left
set label 2 'Gaussian, closed loop' at graph 0.5,1.11 center
set label 3 'arrows 0.05 ⁠{/:Italic A}, ellipses 0.06 ⁠{/:Italic J}^{ −1/2}' at graph 0.5,1.04 center font ',10'
set xlabel '{/:Italic θ}_1' offset 0,0.3
set ylabel '{/:Italic θ}_2' offset 1.2,0
set xrange [-1.48:1.48]
set yrange [-1.788:-0.012]
set xtics 0.5
set ytics 0.5
plot for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'gaussian' && $2 == i ? $3+0.06*$7 : NaN):($4+0.06*$8) with lines linewidth 2.2 linecolor rgb '#d0d0d0' notitle, \
  for [i=0:24] 'data/equation-of-motion-ellipse.csv' using (strcol(1) eq 'gaussian' && $2 == i ? $3+0.06*$5 : NaN):($4+0.06*$6) with lines linewidth 0.7 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'gaussian' ? $2 : NaN):3:(0.05*$8):(0.05*$9) with vectors head filled size graph 0.035,22 linewidth 3 linecolor rgb '#e8b0ac' notitle, \
  'data/equation-of-motion.csv' using (strcol(1) eq 'gaussian' ? $2 : NaN):3:(0.05*$4):(0.05*$6) with vectors head filled size graph 0.025,15 linewidth 0.9 linecolor rgb '#d0312d' notitle
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

# (e) spins: the drift of one parameter
set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.094
set tmargin at screen 0.446
set label 1 '({/:Bold e})' at screen 0.3403,screen 0.446 left
set label 2 'independent spins' at graph 0.5,1.05 center
set xlabel '{/:Italic θ}' offset 0,0.3
set ylabel 'drift ⁠{/:Italic A}' offset 1.2,0
set xzeroaxis linewidth 0.6 linecolor rgb '#8a8a8a'
set key at graph 0.03,0.04 left bottom samplen 1.2 spacing 1.1
plot 'data/equation-of-motion-line.csv' using (strcol(1) eq 'spins-closed' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'spins-closed' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'spins-closed' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'closed', \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'spins-anchored' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'spins-anchored' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'spins-anchored' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'anchored'
unset key
unset label
unset xzeroaxis
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

# (f) poisson: the drift of one parameter
set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.094
set tmargin at screen 0.446
set label 1 '({/:Bold f})' at screen 0.6737,screen 0.446 left
set label 2 'Poisson counts' at graph 0.5,1.05 center
set xlabel '{/:Italic θ}' offset 0,0.3
set ylabel 'drift ⁠{/:Italic A}' offset 1.2,0
set xzeroaxis linewidth 0.6 linecolor rgb '#8a8a8a'
set key at graph 0.97,0.97 right top samplen 1.2 spacing 1.1
plot 'data/equation-of-motion-line.csv' using (strcol(1) eq 'poisson-closed' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'poisson-closed' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'poisson-closed' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title 'closed', \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'poisson-anchored' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'poisson-anchored' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/equation-of-motion-line.csv' using (strcol(1) eq 'poisson-anchored' ? $2 : NaN):3 with points pointtype 7 pointsize 0.55 linecolor rgb '#d0312d' title 'anchored'
unset key
unset label
unset xzeroaxis

unset multiplot
unset output
