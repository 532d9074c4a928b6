# Training on all data so far (X9).
# Run this file with gnuplot in its own folder; it reads data/accumulate*.csv.
set terminal svg enhanced size 900,400 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'accumulate.svg'
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

# (a) what is left of the truth's variance: simulated (points) and exact (lines)
set lmargin at screen 0.075
set rmargin at screen 0.485
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold a})' at screen 0.007,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel '{/:Italic E V}({/:Italic φ̄_t}) / ⁠{/:Italic V}(truth)' offset 1.2,0
set logscale x
set xrange [0.9:220]
set yrange [0:1.02]
set samples 2
set label 2 'sin({/:Italic x})/{/:Italic x},  ⁠{/:Italic x}⁠ = π/√{/:Italic M}:  0.8434' at graph 0.97,first 0.843436 right offset 0,0.65
set key at graph 0.97,0.64 right top samplen 1.5 spacing 1.15
plot 0.843436 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \
  0.738991 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \
  0.715492 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'replace' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'replace' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'replace' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'replace', \
  'data/accumulate.csv' using (strcol(1) eq 'accumulate' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'accumulate' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'accumulate' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'accumulate', \
  'data/accumulate.csv' using (strcol(1) eq 'subsample' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#009e73' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'subsample' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#009e73' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'subsample' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#009e73' title '{/:Italic M}⁠ of all so far', \
  'data/accumulate.csv' using (strcol(1) eq 'bootstrap' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#e69f00' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'bootstrap' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#e69f00' notitle, \
  'data/accumulate.csv' using (strcol(1) eq 'bootstrap' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' title 'with replacement', \
  keyentry with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' title 'exact limits'
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

# (b) the variance of the mean of a Gaussian, in units of that of M real points
set lmargin at screen 0.575
set rmargin at screen 0.985
set bmargin at screen 0.15
set tmargin at screen 0.95
set label 1 '({/:Bold b})' at screen 0.507,screen 0.95 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.3
set ylabel '{/:Italic M}⁠ Var({/:Italic φ̄_t}) / ⁠{/:Italic σ}²' offset 1.2,0
set xrange [0:20.5]
set logscale y
set yrange [0.8:26]
set ytics (1, 2, 5, 10, 20, 50, 100, 1000, 10000)
set samples 2
set label 2 'π²/6' at graph 0.97,first 1.64493 right offset 0,0.65
set key at graph 0.03,0.96 left top samplen 1.5 spacing 1.15 reverse Left
plot 1 with lines linewidth 1.4 linecolor rgb '#8a8a8a' title 'the real data alone', \
  1.64493 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \
  'data/accumulate-gaussian.csv' using (strcol(1) eq 'replace' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#d0312d' notitle, \
  'data/accumulate-gaussian.csv' using (strcol(1) eq 'replace' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/accumulate-gaussian.csv' using (strcol(1) eq 'replace' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#d0312d' title 'replace', \
  'data/accumulate-gaussian.csv' using (strcol(1) eq 'accumulate' ? $2 : NaN):5 with lines linewidth 1.0 linecolor rgb '#0072b2' notitle, \
  'data/accumulate-gaussian.csv' using (strcol(1) eq 'accumulate' ? $2 : NaN):($3-$4):(0):(2*$4) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/accumulate-gaussian.csv' using (strcol(1) eq 'accumulate' ? $2 : NaN):3 with points pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' title 'accumulate'
unset key
unset label
unset logscale

unset multiplot
unset output
