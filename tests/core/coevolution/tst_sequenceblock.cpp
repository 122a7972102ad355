// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/sequenceblock.h"
#include "core/coevolution/similaritytree.h"

#include <QTest>

#include <algorithm>
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

} // namespace

class tst_SequenceBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAddUpToTheSequences();
    void likeRowsAreEvaluatedAsDifferences();
    void listsOfBothDirectionsHoldTheSameTerms();
    void treeSpansAllRowsWithTheirParentsFirst();
};

void tst_SequenceBlock::differencesAddUpToTheSequences()
{
    const auto states = chain(50);
    const SequenceBlock block(states, kStride, kColumns, 0, 50);
    for (std::size_t f = 0; f < block.forward.size(); ++f) {
        const int width = std::min(kTile, kColumns - int(f) * kTile);
        std::vector<std::vector<int>> sums(50, std::vector<int>(kTile * kStates, 0));
        const std::uint16_t *index = block.forward[f].index.data();
        for (std::size_t n = 0; n < 50; ++n) {
            if (block.parents[n] >= 0)
                sums[n] = sums[std::size_t(block.parents[n])];
            for (int count = block.forward[f].counts[n]; count != 0; count += count > 0 ? -1 : 1) {
                ++sums[n][*index++];
                if (count < 0)
                    --sums[n][*index++];
            }
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
    QCOMPARE(int(block.roots.order.size()), 1);
}

void tst_SequenceBlock::listsOfBothDirectionsHoldTheSameTerms()
{
    const SequenceBlock block(chain(50), kStride, kColumns, 0, 50);
    std::size_t forward = 0;
    std::size_t backward = 0;
    for (const auto &lists : block.forward)
        forward += lists.index.size();
    for (const auto &lists : block.backward)
        backward += lists.order.size();
    QCOMPARE(forward, backward);
    QVERIFY(forward <= kColumns + 49U * 2 * 4);
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
