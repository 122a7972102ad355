// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/similarity.h"
#include "core/coevolution/couplingtensor.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace WhiteBox;

class TestSimilarity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pearsonIsTheTextbooks();
    void ranksShareTheirMeanWhereTied();
    void spearmanSeesOnlyTheOrder();
    void constantsHaveNoCorrelation();
    void ssimOfAPictureWithItselfIsOne();
    void ssimOfConstantPicturesIsItsLuminanceTerm();
    void ssimOfANegativeIsBelowZero();
    void equalWindowsAreAlike();
};

void TestSimilarity::pearsonIsTheTextbooks()
{
    // Anscombe's first set (1973): r = 0.81642.
    const std::array x{10.0F, 8.0F, 13.0F, 9.0F, 11.0F, 14.0F, 6.0F, 4.0F, 12.0F, 7.0F, 5.0F};
    const std::array y{8.04F, 6.95F, 7.58F, 8.81F, 8.33F, 9.96F, 7.24F, 4.26F, 10.84F, 4.82F, 5.68F};
    QVERIFY(std::abs(pearson(x, y) - 0.81642) < 1e-5);
}

void TestSimilarity::ranksShareTheirMeanWhereTied()
{
    // Ranks of x: 1, 2.5, 2.5, 4, of y: 1, 2, 3, 4. Deviations −1.5, 0, 0, 1.5 and −1.5, −0.5, 0.5, 1.5: the
    // products sum to 4.5, the squares to 4.5 and 5, so that r = 4.5 / √22.5 = 0.948683.
    const std::array x{1.0F, 5.0F, 5.0F, 9.0F};
    const std::array y{1.0F, 2.0F, 3.0F, 4.0F};
    QVERIFY(std::abs(spearman(x, y) - 0.948683) < 1e-6);
}

void TestSimilarity::spearmanSeesOnlyTheOrder()
{
    const std::array x{1.0F, 2.0F, 3.0F, 4.0F};
    const std::array y{1.0F, 10.0F, 100.0F, 1000.0F};
    const std::array z{4.0F, 3.0F, 2.0F, 1.0F};
    QVERIFY(std::abs(spearman(x, y) - 1) < 1e-12);
    QVERIFY(std::abs(spearman(x, z) + 1) < 1e-12);
}

void TestSimilarity::constantsHaveNoCorrelation()
{
    const std::array x{1.0F, 1.0F, 1.0F};
    const std::array y{1.0F, 2.0F, 3.0F};
    QVERIFY(std::isnan(pearson(x, y)));
    QVERIFY(std::isnan(spearman(y, x)));
}

void TestSimilarity::ssimOfAPictureWithItselfIsOne()
{
    std::vector<float> x(81);
    std::iota(x.begin(), x.end(), 0.0F);
    QVERIFY(std::abs(ssim(x, x, 9, 80) - 1) < 1e-12);
}

void TestSimilarity::ssimOfConstantPicturesIsItsLuminanceTerm()
{
    // (2·0.5·0.25 + C1) / (0.5² + 0.25² + C1) with C1 = 0.0001: 0.2501 / 0.3126.
    const std::vector<float> x(49, 0.5F);
    const std::vector<float> y(49, 0.25F);
    QVERIFY(std::abs(ssim(x, y, 7, 1) - 0.2501 / 0.3126) < 1e-9);
}

void TestSimilarity::ssimOfANegativeIsBelowZero()
{
    // 24 ones, 24 minus ones and a zero: mean 0, sample variance 1, covariance −1, C2 = 0.0009·2².
    std::vector<float> x(49);
    for (std::size_t n = 0; n < 48; ++n)
        x[n] = n % 2 ? 1.0F : -1.0F;
    std::vector<float> y = x;
    for (float &value : y)
        value = -value;
    QVERIFY(std::abs(ssim(x, y, 7, 2) - (-2 + 0.0036) / (2 + 0.0036)) < 1e-9);
}

void TestSimilarity::equalWindowsAreAlike()
{
    GradientWindow window;
    window.pair = {1, 8};
    window.length = 20;
    window.side = 9;
    window.values.resize(kBlock * 81);
    for (std::size_t n = 0; n < window.values.size(); ++n)
        window.values[n] = float(n % 97) - 40.0F;
    const auto same = compareWindows(window, window);
    QVERIFY(std::abs(same.spearman - 1) < 1e-9);
    QVERIFY(std::abs(same.ssim - 1) < 1e-9);
    // i − 4 and i − 3, i − 2 lie outside: 6 of 9 rows remain.
    QCOMPARE(insideValues(window).size(), std::size_t(kBlock * 6 * 9));
    GradientWindow negative = window;
    for (float &value : negative.values)
        value = -value;
    const auto opposite = compareWindows(window, negative);
    QVERIFY(std::abs(opposite.spearman + 1) < 1e-9);
    QVERIFY(std::abs(opposite.spearmanAbsolute - 1) < 1e-9);
}

QTEST_GUILESS_MAIN(TestSimilarity)
#include "tst_similarity.moc"
