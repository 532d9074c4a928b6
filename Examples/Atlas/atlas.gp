# The atlas: measured loops of real libraries against their laws. Run with gnuplot in this folder.
set terminal svg enhanced size 1160,1066 font 'Helvetica,Arial,sans-serif,12' background '#ffffff' linewidth 1.2
set output 'atlas.svg'
set datafile separator comma
set encoding utf8
set border linewidth 0.8
set tics nomirror out scale 0.4
unset key
set style fill solid noborder
set multiplot

set lmargin at screen 0.0470
set rmargin at screen 0.2380
set bmargin at screen 0.7622
set tmargin at screen 0.9264
set title 'scikit-learn mixture: + 10⁻⁶' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:200]
set xtics 50
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/sklearn-mixture.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.2970
set rmargin at screen 0.4880
set bmargin at screen 0.7622
set tmargin at screen 0.9264
set title 'scikit-learn GaussianNB' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:200]
set xtics 50
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/sklearn-naive-bayes.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.5470
set rmargin at screen 0.7380
set bmargin at screen 0.7622
set tmargin at screen 0.9264
set title 'Armadillo: at least 10⁻¹⁰' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:300]
set xtics 100
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/armadillo-mixture.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.7970
set rmargin at screen 0.9880
set bmargin at screen 0.7622
set tmargin at screen 0.9264
set title 'mice, norm' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:80]
set xtics 20
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/mice-normal.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.0470
set rmargin at screen 0.2380
set bmargin at screen 0.5277
set tmargin at screen 0.6918
set title 'pomegranate Normal, diag' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [1e-30:1e10]
set xrange [0:6]
set xtics 5
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/pomegranate-normal.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.2970
set rmargin at screen 0.4880
set bmargin at screen 0.5277
set tmargin at screen 0.6918
set title 'scipy gamma.fit' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:95]
set xtics 20
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/scipy-gamma.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.5470
set rmargin at screen 0.7380
set bmargin at screen 0.5277
set tmargin at screen 0.6918
set title 'scikit-learn kernel' noenhanced offset 0,-0.6 font ',12'
unset logscale y
set format y '%g'
set yrange [0:20]
set xrange [0:100]
set xtics 20
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/sklearn-kernel.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.7970
set rmargin at screen 0.9880
set bmargin at screen 0.5277
set tmargin at screen 0.6918
set title 'scipy kernel' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:100]
set xtics 20
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/scipy-kernel.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.0470
set rmargin at screen 0.2380
set bmargin at screen 0.2932
set tmargin at screen 0.4573
set title 'R density()' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:100]
set xtics 20
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/r-density.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.2970
set rmargin at screen 0.4880
set bmargin at screen 0.2932
set tmargin at screen 0.4573
set title 'GSL histogram' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:200]
set xtics 50
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/gsl-histogram.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.5470
set rmargin at screen 0.7380
set bmargin at screen 0.2932
set tmargin at screen 0.4573
set title 'scikit-learn quantiles' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:60]
set xtics 20
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/sklearn-quantiles.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.7970
set rmargin at screen 0.9880
set bmargin at screen 0.2932
set tmargin at screen 0.4573
set title 'Commons Math EmpiricalDistribution' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:200]
set xtics 50
set ytics autofreq
set xlabel '' offset 0,0.6
plot 'results/commons-empirical.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.0470
set rmargin at screen 0.2380
set bmargin at screen 0.0586
set tmargin at screen 0.2228
set title 'Weka, Laplace: share of a word' noenhanced offset 0,-0.6 font ',12'
unset logscale y
set format y '%g'
set yrange [0:1]
set xrange [0:80]
set xtics 20
set ytics autofreq
set xlabel 'generation' offset 0,0.6
plot 'results/weka-words.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3, \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2, \
  '' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2

set lmargin at screen 0.2970
set rmargin at screen 0.4880
set bmargin at screen 0.0586
set tmargin at screen 0.2228
set title 'pyvinecopulib: correlation' noenhanced offset 0,-0.6 font ',12'
unset logscale y
set format y '%g'
set yrange [-1:1]
set xrange [0:60]
set xtics 20
set ytics autofreq
set xlabel 'generation' offset 0,0.6
plot 'results/vine-copula.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2

set lmargin at screen 0.5470
set rmargin at screen 0.7380
set bmargin at screen 0.0586
set tmargin at screen 0.2228
set title 'corpcor: correlation' noenhanced offset 0,-0.6 font ',12'
unset logscale y
set format y '%g'
set yrange [-1:1]
set xrange [0:60]
set xtics 20
set ytics autofreq
set xlabel 'generation' offset 0,0.6
plot 'results/corpcor-shrinkage.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2

set lmargin at screen 0.7970
set rmargin at screen 0.9880
set bmargin at screen 0.0586
set tmargin at screen 0.2228
set title 'SMOTE' noenhanced offset 0,-0.6 font ',12'
set logscale y
set format y '10^{%L}'
set yrange [*:*]
set xrange [0:60]
set xtics 20
set ytics autofreq
set xlabel 'generation' offset 0,0.6
plot 'results/imblearn-smote.csv' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8', \
  '' using 1:4:6 with filledcurves linecolor rgb '#e9a467', \
  '' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2

unset title
unset logscale y
unset border
unset tics
unset xlabel
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1]
set yrange [0:1]
set object rectangle from 0.05,0.9719 to 0.09,0.9850 fillcolor rgb '#f6d7b8' fillstyle solid noborder
set object rectangle from 0.05,0.9751 to 0.09,0.9817 fillcolor rgb '#e9a467' fillstyle solid noborder
set arrow from 0.05,0.9784 to 0.09,0.9784 nohead linecolor rgb '#b3400b' linewidth 2 front
set label 'measured: median, quartiles, 5 and 95 % of the runs' at 0.1,0.9784 left
set arrow from 0.46,0.9784 to 0.5,0.9784 nohead linecolor rgb '#0b5c94' linewidth 2 dashtype 2 front
set label 'law: median' at 0.51,0.9784 left
set arrow from 0.62,0.9784 to 0.66,0.9784 nohead linecolor rgb '#0b5c94' linewidth 1 dashtype 3 front
set label 'law: 5 and 95 %' at 0.67,0.9784 left
plot NaN notitle
unset multiplot
