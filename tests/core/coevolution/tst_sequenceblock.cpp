// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/sequenceblock.h"
#include "core/coevolution/similaritytree.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <random>

using namespace WhiteBox;

namespace {

constexpr std::size_t kStride = 64;
constexpr int kColumns = 40;

/// Rows that each differ from the one before in four columns.
std::vector<std::uint8_t> chain(int rows)
{
    std::mt19937 random(2);
    std::vector<std::uint8_t> states(std::size_t(rows) * kStride, 0);
    for (int n = 0; n < rows; ++n)
        for (std::size_t k = 0; k < kColumns; ++k) {
            const bool same = n > 0 && k / 4 != std::size_t(n % 10);
            states[std::size_t(n) * kStride + k] =
                same ? states[std::size_t(n - 1) * kStride + k] : std::uint8_t(random() % kStates);
        }
    return states;
}

int rowAt(std::uint16_t offset)
{
    return offset / kSliceBytes;
}

/// Calls f(row, summand, sign) for every term.
template <class F>
void forEachTerm(const SequenceBlock::Terms &terms, F &&f)
{
    auto row = terms.rows.begin();
    auto term = terms.terms.begin();
    for (const TermRun run : terms.runs)
        for (int r = 0; r < run.rows; ++r, ++row) {
            for (int t = 0; t < run.plus; ++t)
                f(rowAt(*row), rowAt(*term++), 1);
            for (int t = 0; t < run.minus; ++t)
                f(rowAt(*row), rowAt(*term++), -1);
        }
}

} // namespace

class tst_SequenceBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAddUpToTheSequences();
    void likeRowsAreEvaluatedAsDifferences();
    void bothDirectionsHoldTheSameTerms();
    void runsAreOfEqualLengths();
    void rowsAreSharedOutEvenly();
    void treeSpansAllRowsWithTheirParentsFirst();
};

void tst_SequenceBlock::differencesAddUpToTheSequences()
{
    const auto states = chain(50);
    const SequenceBlock block(states, kStride, kColumns, 0, 50);
    for (std::size_t f = 0; f < block.forward.size(); ++f) {
        const int width = std::min(kTile, kColumns - int(f) * kTile);
        std::vector<std::vector<int>> sums(50, std::vector<int>(kTile * kStates, 0));
        forEachTerm(block.forward[f],
                    [&](int n, int row, int sign) { sums[std::size_t(n)][std::size_t(row)] += sign; });
        QCOMPARE(block.forward[f].summands, width * kStates);
        for (std::size_t n = 0; n < 50; ++n) {
            if (block.parents[n] >= 0)
                std::ranges::transform(sums[n], sums[std::size_t(block.parents[n])], sums[n].begin(),
                                       std::plus());
            for (int k = 0; k < kTile; ++k)
                for (int b = 0; b < kStates; ++b) {
                    const bool has = k < width && states[n * kStride + f * kTile + std::size_t(k)] == b;
                    QCOMPARE(sums[n][std::size_t(k * kStates + b)], has ? 1 : 0);
                }
        }
    }
}

void tst_SequenceBlock::likeRowsAreEvaluatedAsDifferences()
{
    const SequenceBlock block(chain(50), kStride, kColumns, 0, 50);
    QCOMPARE(int(std::ranges::count(block.parents, -1)), 1);
    QCOMPARE(block.roots.rows, std::vector<std::uint16_t>{0});
    QCOMPARE(int(block.roots.terms.size()), 1);
    std::size_t terms = 0;
    for (const auto &each : block.forward)
        terms += each.terms.size();
    QVERIFY(terms <= kColumns + 49U * 2 * 4);
}

void tst_SequenceBlock::bothDirectionsHoldTheSameTerms()
{
    const SequenceBlock block(chain(50), kStride, kColumns, 0, 50);
    QCOMPARE(block.forward.size(), block.backward.size());
    for (std::size_t f = 0; f < block.forward.size(); ++f) {
        std::vector<std::array<int, 3>> forward;
        std::vector<std::array<int, 3>> backward;
        forEachTerm(block.forward[f], [&](int n, int row, int sign) { forward.push_back({n, row, sign}); });
        forEachTerm(block.backward[f], [&](int row, int n, int sign) { backward.push_back({n, row, sign}); });
        std::ranges::sort(forward);
        std::ranges::sort(backward);
        QVERIFY(!forward.empty());
        QCOMPARE(backward, forward);
        QCOMPARE(block.backward[f].summands, 50);
    }
}

void tst_SequenceBlock::runsAreOfEqualLengths()
{
    const SequenceBlock block(chain(50), kStride, kColumns, 0, 50);
    for (const auto *direction : {&block.forward, &block.backward})
        for (const SequenceBlock::Terms &terms : *direction) {
            std::size_t rows = 0;
            std::size_t count = 0;
            for (std::size_t r = 0; r < terms.runs.size(); ++r) {
                const TermRun run = terms.runs[r];
                rows += run.rows;
                count += std::size_t(run.rows) * std::size_t(run.plus + run.minus);
                QVERIFY(run.rows > 0 && run.plus + run.minus > 0);
                if (r > 0)
                    QVERIFY(run.plus != terms.runs[r - 1].plus || run.minus != terms.runs[r - 1].minus);
            }
            QCOMPARE(terms.rows.size(), rows);
            QCOMPARE(terms.terms.size(), count);
        }
}

void tst_SequenceBlock::rowsAreSharedOutEvenly()
{
    for (const int rows : {1, 2, SequenceBlock::kRows, SequenceBlock::kRows + 1, 3 * SequenceBlock::kRows}) {
        const auto blocks = sequenceBlocks(chain(rows), kStride, kColumns, rows, {});
        int first = 0;
        for (const SequenceBlock &block : blocks) {
            QCOMPARE(block.first, first);
            QVERIFY(block.rows <= SequenceBlock::kRows);
            QVERIFY(block.rows >= rows / int(blocks.size()));
            first += block.rows;
        }
        QCOMPARE(first, rows);
        QCOMPARE(int(blocks.size()), (rows + SequenceBlock::kRows - 1) / SequenceBlock::kRows);
    }
}

void tst_SequenceBlock::treeSpansAllRowsWithTheirParentsFirst()
{
    std::vector<std::uint8_t> states;
    for (const int n : {0, 3, 1, 2}) // rows of a staircase: the tree is the chain 0 1 2 3
        for (int i = 0; i < 10; ++i)
            states.push_back(i < n ? 1 : 0);
    const SimilarityTree tree = similarityTree(Alignment(10, std::move(states)), {});
    QCOMPARE(tree.order, (std::vector<int>{0, 2, 3, 1}));
    QCOMPARE(tree.parents, (std::vector<int>{-1, 0, 1, 2}));
    QCOMPARE(tree.distances, (std::vector<int>{10, 1, 1, 1}));
}

QTEST_APPLESS_MAIN(tst_SequenceBlock)
#include "tst_sequenceblock.moc"
