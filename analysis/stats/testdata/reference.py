"""Makes reference-scipy.txt as reference.R makes reference.txt.

SciPy 1.10.1 and statsmodels 0.13.5:  python3 reference.py >reference-scipy.txt
"""
import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint


def say(name, call):
    values = np.atleast_1d(eval(call))
    for i, v in enumerate(values):
        full = f"{name}[{i}]" if len(values) > 1 else name
        print(full, repr(float(v)), call, sep="\t")


say("wilson 44 of 100", "proportion_confint(44, 100, method='wilson')")
say("mcnemar 20 16 P", "mcnemar([[59, 20], [16, 80]], exact=False, correction=False).pvalue")
say("mcnemar 6 16 P", "mcnemar([[59, 6], [16, 80]], exact=True).pvalue")
say("noncentral 3 1 0.5", "stats.ncx2.cdf(3, 1, 0.5)")
say("noncentral 20 4 11", "stats.ncx2.cdf(20, 4, 11)")
say("noncentral 1500 12 1450", "stats.ncx2.cdf(1500, 12, 1450)")
say("noncentral 5 2 60", "stats.ncx2.cdf(5, 2, 60)")
a, b, d = (np.repeat(np.arange(1, 6), c) for c in ([2, 5, 9, 14, 10], [9, 12, 8, 6, 3], [4, 4, 11, 7, 6]))
say("mann-whitney a b P", "stats.mannwhitneyu(a, b, method='asymptotic').pvalue")
say("mann-whitney doc U", "stats.mannwhitneyu([19, 22, 16, 29, 24], [20, 11, 17, 12], method='exact').statistic")
say("mann-whitney doc P", "stats.mannwhitneyu([19, 22, 16, 29, 24], [20, 11, 17, 12], method='exact').pvalue")
say("kruskal a b d P", "stats.kruskal(a, b, d).pvalue")
say("fisher 6 2 1 4 P", "stats.fisher_exact([[6, 2], [1, 4]])[1]")
say("chi-squared even P", "stats.chi2_contingency([[30, 22], [28, 34]], correction=False)[1]")
say("adjusted ties", "multipletests([0.01, 0.04, 0.03, 0.04, 0.04, 0.5, 0], method='fdr_bh')[1]")
