# Fig. 1: spins under closed-loop maximum likelihood, independent (a-c) and coupled (d).
# Run this file with gnuplot in its own folder; it reads data/fig1*.csv.
set terminal svg enhanced size 1000,720 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'fig1.svg'
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

# (a) the mean statistic and, on the same time axis, the field (the paper's inset)
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.723
set tmargin at screen 0.975
set label 1 '({/:Bold a})' at screen 0.007,screen 0.975 left
set ylabel '{/:Italic φ̄}_{1,t}⁠ / ⁠{/:Italic N}' offset 1.2,0
set xrange [0:2034.0] noextend
set format x ''
set yrange [-1:1]
set ytics 0.5
set xzeroaxis linewidth 0.5 linecolor rgb '#c0c0c0'
plot 'data/fig1a.csv' using 2:($1 == 1 ? $3 : NaN) with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/fig1a.csv' using 2:($1 == 2 ? $3 : NaN) with lines linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/fig1a.csv' using 2:($1 == 3 ? $3 : NaN) with lines linewidth 1 linecolor rgb '#8a8a8a' notitle, \
  'data/fig1a.csv' using 2:($1 == 4 ? $3 : NaN) with lines linewidth 1 linecolor rgb '#009e73' notitle
unset label
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.575
set tmargin at screen 0.691
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel '{/:Italic θ}_1' offset 1.2,0
set format x
set yrange [-3:3]
set ytics 3
plot 'data/fig1a.csv' using 2:($1 == 1 ? $4 : NaN) with lines linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/fig1a.csv' using 2:($1 == 2 ? $4 : NaN) with lines linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/fig1a.csv' using 2:($1 == 3 ? $4 : NaN) with lines linewidth 1 linecolor rgb '#8a8a8a' notitle, \
  'data/fig1a.csv' using 2:($1 == 4 ? $4 : NaN) with lines linewidth 1 linecolor rgb '#009e73' notitle
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

# (b) the law of the absorption time in units of NM; inset: its mean
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.575
set tmargin at screen 0.975
set label 1 '({/:Bold b})' at screen 0.507,screen 0.975 left
set xlabel '{/:Italic t}_{max}⁠ / ({/:Italic NM})' offset 0,0.3
set ylabel 'cumulative probability' offset 1.2,0
set xrange [0:8.0]
set yrange [0:1.02]
set ytics 0.2
set key at graph 0.985,0.86 right top samplen 1.8 spacing 1.05 maxrows 4 width -1
plot 'data/fig1b.csv' using ($1 == 5 && $2 == 50 ? $3 : NaN):4 with lines linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/fig1b.csv' using ($1 == 5 && $2 == 100 ? $3 : NaN):4 with lines linewidth 1.8 linecolor rgb '#0072b2' notitle, \
  'data/fig1b.csv' using ($1 == 5 && $2 == 200 ? $3 : NaN):4 with lines linewidth 2.7 linecolor rgb '#0072b2' notitle, \
  'data/fig1b.csv' using ($1 == 10 && $2 == 50 ? $3 : NaN):4 with lines linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/fig1b.csv' using ($1 == 10 && $2 == 100 ? $3 : NaN):4 with lines linewidth 1.8 linecolor rgb '#d0312d' notitle, \
  'data/fig1b.csv' using ($1 == 10 && $2 == 200 ? $3 : NaN):4 with lines linewidth 2.7 linecolor rgb '#d0312d' notitle, \
  'data/fig1b.csv' using ($1 == 20 && $2 == 50 ? $3 : NaN):4 with lines linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/fig1b.csv' using ($1 == 20 && $2 == 100 ? $3 : NaN):4 with lines linewidth 1.8 linecolor rgb '#8a8a8a' notitle, \
  'data/fig1b.csv' using ($1 == 20 && $2 == 200 ? $3 : NaN):4 with lines linewidth 2.7 linecolor rgb '#8a8a8a' notitle, \
  'data/fig1b-limit.csv' using 1:2 with lines linewidth 1 dashtype (9,5) linecolor rgb 'black' title 'limit law', \
  keyentry with lines linewidth 2 linecolor rgb '#0072b2' title '{/:Italic N}⁠ = 5', \
  keyentry with lines linewidth 2 linecolor rgb '#d0312d' title '{/:Italic N}⁠ = 10', \
  keyentry with lines linewidth 2 linecolor rgb '#8a8a8a' title '{/:Italic N}⁠ = 20', \
  keyentry with lines linewidth 0.9 linecolor rgb '#404040' title '{/:Italic M}⁠ = 50', \
  keyentry with lines linewidth 1.8 linecolor rgb '#404040' title '{/:Italic M}⁠ = 100', \
  keyentry with lines linewidth 2.7 linecolor rgb '#404040' title '{/:Italic M}⁠ = 200'
unset key
unset label
set lmargin at screen 0.7595
set rmargin at screen 0.9707
set bmargin at screen 0.639
set tmargin at screen 0.763
set border linewidth 0.6
set tics font ',10'
set xlabel '{/:Italic NM}' offset 0,0.8 font ',10'
set ylabel '⟨{/:Italic t}_{max}⟩/({/:Italic NM})' offset 0.8,0 font ',10'
set logscale x
set xrange [147.05882352941177:6800.0]
set yrange [1.35678:1.41307]
set xtics (250, 500, 1000, 2000, 4000)
set ytics 0.02 format '%.2f'
plot 'data/fig1b-mean.csv' using 3:7 with lines linewidth 0.9 linecolor rgb 'black' notitle, \
  'data/fig1b-mean.csv' using ($1 == 5 ? $3*0.9299999999999999 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/fig1b-mean.csv' using ($1 == 5 ? $3*0.9299999999999999 : NaN):5 with points pointtype 7 pointsize 0.35 linecolor rgb '#0072b2' notitle, \
  'data/fig1b-mean.csv' using ($1 == 10 ? $3*1.0 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/fig1b-mean.csv' using ($1 == 10 ? $3*1.0 : NaN):5 with points pointtype 7 pointsize 0.35 linecolor rgb '#d0312d' notitle, \
  'data/fig1b-mean.csv' using ($1 == 20 ? $3*1.07 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#8a8a8a' notitle, \
  'data/fig1b-mean.csv' using ($1 == 20 ? $3*1.07 : NaN):5 with points pointtype 7 pointsize 0.35 linecolor rgb '#8a8a8a' notitle, \
  'data/fig1b-mean.csv' using 3:4 with points pointtype 6 pointsize 0.7 linewidth 1 linecolor rgb 'black' notitle
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

# (c) the probability to end all up, with exact binomial intervals
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold c})' at screen 0.007,screen 0.475 left
set xlabel '(1 + ⁠{/:Italic φ̄}_{1,0}/{/:Italic N}) / 2' offset 0,0.3
set ylabel '{/:Italic P}(all up)' offset 1.2,0
set xrange [0.47:1]
set yrange [0.35:1.02]
set key at graph 0.96,0.06 right bottom samplen 1 spacing 1.1
plot x with lines linewidth 1 linecolor rgb 'black' title 'Eq. 8', \
  'data/fig1c.csv' using ($1 == 50 ? $2 + (-0.003) : NaN):3:4:5 with yerrorbars pointtype 5 pointsize 0.7 linewidth 1 linecolor rgb '#d0312d' title '{/:Italic M}⁠ = 50', \
  'data/fig1c.csv' using ($1 == 100 ? $2 + (0.003) : NaN):3:4:5 with yerrorbars pointtype 7 pointsize 0.7 linewidth 1 linecolor rgb '#0072b2' title '{/:Italic M}⁠ = 100'
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

# (d) where coupled spins end; on average, at the value they started from
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.075
set tmargin at screen 0.475
set label 1 '({/:Bold d})' at screen 0.507,screen 0.475 left
set xlabel '{/:Italic φ̄}_{1,0}' offset 0,0.3
set ylabel '{/:Italic φ̄}_{1,∞}' offset 1.2,0
set xrange [-20.0:20.0]
set yrange [-20.0:20.0]
set xtics 10.0
set ytics 10.0
set key at graph 0.97,0.1 right bottom samplen 1 spacing 1.15
plot x with lines linewidth 1 linecolor rgb 'black' notitle, \
  'data/fig1d.csv' using 1:2 with points pointtype 7 pointsize 0.18 linecolor rgb '#aa4499' notitle, \
  'data/fig1d-mean.csv' using 2:1 with points pointtype 7 pointsize 0.8 linecolor rgb '#d0312d' notitle, \
  keyentry with points pointtype 7 pointsize 0.4 linecolor rgb '#aa4499' title 'a run', \
  keyentry with points pointtype 7 pointsize 0.8 linecolor rgb '#d0312d' title 'mean start of a level'
unset key
unset label

unset multiplot
unset output
