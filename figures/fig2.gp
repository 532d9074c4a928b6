# Fig. 2: one data point (i), Gaussian priors (ii) or both (iii) prevent collapse.
# Run this file with gnuplot in its own folder; it reads data/fig2*.csv.
set terminal svg enhanced size 1000,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'fig2.svg'
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

# (a) the density of parameter 1: simulations in colour, Eq. 18 in black
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel '{/:Italic θ}_1' offset 0,0.3
set ylabel 'probability density' offset 1.2,0
set xrange [-3.5:3.5]
set yrange [0:1.6]
set key at graph 0.985,0.98 right top samplen 1.6 spacing 1.1
set label 2 'i: sup |{/:Italic F_M}⁠ − ⁠{/:Italic F}_∞| = 0.28/{/:Italic M}' at graph 0.03,0.95 left
plot 'data/fig2a.csv' using (strcol(1) eq 'ii' && $2 == 50 ? $3 : NaN):4 with histeps linewidth 1.2 linecolor rgb '#aa4499' title 'ii, ⁠{/:Italic M}⁠ = 50', \
  'data/fig2a.csv' using (strcol(1) eq 'iii' && $2 == 50 ? $3 : NaN):4 with histeps linewidth 1.2 linecolor rgb '#009e73' title 'iii, ⁠{/:Italic M}⁠ = 50', \
  'data/fig2-limit.csv' using (strcol(1) eq 'i' && $2 == 1 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig2-limit.csv' using (strcol(1) eq 'ii' && $2 == 1 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig2-limit.csv' using (strcol(1) eq 'iii' && $2 == 1 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig2a.csv' using (strcol(1) eq 'i' && $2 == 50 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#56b4e9' notitle, \
  'data/fig2a.csv' using (strcol(1) eq 'i' && $2 == 50 ? $3 : NaN):4 with points pointtype 5 pointsize 0.45 linecolor rgb '#56b4e9' title 'i, ⁠{/:Italic M}⁠ = 50', \
  'data/fig2a.csv' using (strcol(1) eq 'ii' && $2 == 50 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fig2a.csv' using (strcol(1) eq 'ii' && $2 == 400 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fig2a.csv' using (strcol(1) eq 'ii' && $2 == 400 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#aa4499' title 'ii, ⁠{/:Italic M}⁠ = 400', \
  'data/fig2a.csv' using (strcol(1) eq 'iii' && $2 == 50 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fig2a.csv' using (strcol(1) eq 'iii' && $2 == 400 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fig2a.csv' using (strcol(1) eq 'iii' && $2 == 400 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#009e73' title 'iii, ⁠{/:Italic M}⁠ = 400', \
  'data/fig2a-exact.csv' using ($1 == 50 ? $2 : NaN):3 with points pointtype 7 pointsize 0.2 linecolor rgb 'black' title 'i, exact', \
  keyentry with lines linewidth 1.1 linecolor rgb 'black' title 'Eq. 18'
unset key
unset label

# (b) the density of parameter 2: simulations in colour, Eq. 18 in black
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.507,screen 0.95 left
set xlabel '{/:Italic θ}_2' offset 0,0.3
set ylabel 'probability density' offset 1.2,0
set xrange [-3.5:3.5]
set yrange [0:0.6]
set key at graph 0.985,0.98 right top samplen 1.6 spacing 1.1

plot 'data/fig2b.csv' using (strcol(1) eq 'ii' && $2 == 50 ? $3 : NaN):4 with histeps linewidth 1.2 linecolor rgb '#aa4499' title 'ii, ⁠{/:Italic M}⁠ = 50', \
  'data/fig2b.csv' using (strcol(1) eq 'iii' && $2 == 50 ? $3 : NaN):4 with histeps linewidth 1.2 linecolor rgb '#009e73' title 'iii, ⁠{/:Italic M}⁠ = 50', \
  'data/fig2-limit.csv' using (strcol(1) eq 'ii' && $2 == 2 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig2-limit.csv' using (strcol(1) eq 'iii' && $2 == 2 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig2b.csv' using (strcol(1) eq 'ii' && $2 == 50 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fig2b.csv' using (strcol(1) eq 'ii' && $2 == 400 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fig2b.csv' using (strcol(1) eq 'ii' && $2 == 400 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#aa4499' title 'ii, ⁠{/:Italic M}⁠ = 400', \
  'data/fig2b.csv' using (strcol(1) eq 'iii' && $2 == 50 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fig2b.csv' using (strcol(1) eq 'iii' && $2 == 400 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fig2b.csv' using (strcol(1) eq 'iii' && $2 == 400 ? $3 : NaN):4 with points pointtype 7 pointsize 0.45 linecolor rgb '#009e73' title 'iii, ⁠{/:Italic M}⁠ = 400', \
  keyentry with lines linewidth 1.1 linecolor rgb 'black' title 'Eq. 18'
unset key
unset label

unset multiplot
unset output
