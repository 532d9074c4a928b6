# Fig. 3: Poisson counts, one fresh point a generation, exponential prior; atoms at 0 apart.
# Run this file with gnuplot in its own folder; it reads data/fig3*.csv.
set terminal svg enhanced size 640,420 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'fig3.svg'
set datafile separator comma
set datafile missing 'nan'
set encoding utf8
set border linewidth 0.8
set tics nomirror scale 0.6
set lmargin at screen 0.1
set rmargin at screen 0.98
set bmargin at screen 0.13
set tmargin at screen 0.97
set xlabel '{/:Italic ϑ}' offset 0,0.3
set ylabel 'probability density' offset 1.2,0
set xrange [0:3.0]
set yrange [0:2.0]
set key at graph 0.985,0.98 right top samplen 1.6 spacing 1.15
plot 'data/fig3.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/fig3-limit.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 0 ? $3 : NaN):4 with points pointtype 5 pointsize 0.55 linecolor rgb '#d0312d' title '{/:Italic ϑ}_{0}⁠ = 1, ⁠{/:Italic λ}⁠ = 0', \
  'data/fig3.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/fig3-limit.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/fig3.csv' using ($1 == 1 && $2 == 1 ? $3 : NaN):4 with points pointtype 7 pointsize 0.55 linecolor rgb '#0072b2' title '{/:Italic ϑ}_{0}⁠ = 1, ⁠{/:Italic λ}⁠ = 1', \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/fig3-limit.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 0 ? $3 : NaN):4 with points pointtype 9 pointsize 0.55 linecolor rgb '#009e73' title '{/:Italic ϑ}_{0}⁠ = 0.25, ⁠{/:Italic λ}⁠ = 0; P(0) = 0.093', \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):6 with histeps linewidth 1.0 linecolor rgb '#aa4499' notitle, \
  'data/fig3-limit.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):4 with lines linewidth 1.1 linecolor rgb 'black' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):($4-$5):(0):(2*$5) with vectors nohead linewidth 0.9 linecolor rgb '#aa4499' notitle, \
  'data/fig3.csv' using ($1 == 0.25 && $2 == 1 ? $3 : NaN):4 with points pointtype 13 pointsize 0.55 linecolor rgb '#aa4499' title '{/:Italic ϑ}_{0}⁠ = 0.25, ⁠{/:Italic λ}⁠ = 1; P(0) = 0.130', \
  keyentry with lines linewidth 1.0 linecolor rgb '#606060' title 'exact, in bins', \
  keyentry with lines linewidth 1.1 linecolor rgb 'black' title 'Gamma, Eq. C3'
unset output
