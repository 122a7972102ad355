// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentfilters.h"
#include "core/alignment/alignmentreader.h"
#include "core/alignment/alignmentwriter.h"

#include <QTest>

using namespace WhiteBox;

namespace {

Alignment alignment(const QByteArray &text)
{
    return parseAlignment(text, QStringLiteral("a")).value().alignment;
}

} // namespace

class TestAlignmentFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duplicatesGoAndTheFirstStays()
    {
        const Alignment all = alignment(">q\nMADKEL\n>b\nMA-KEL\n>c\nMADKEL\n>d\nMA-KEL\n>e\nMA-KE-\n");
        const Alignment kept = withoutDuplicates(all);
        QCOMPARE(formatAln(kept), QByteArray("MADKEL\nMA-KEL\nMA-KE-\n"));
        QCOMPARE(kept.names()[2], QStringLiteral("e"));
    }

    void columnsOfARangeWithoutEmptyRows()
    {
        const Alignment part = withColumns(alignment(">q\nMADKEL\n>b\nM---EL\n>c\nMADK--\n"), {1, 4});
        QCOMPARE(formatAln(part), QByteArray("ADK\nADK\n"));
        QCOMPARE(part.names()[1], QStringLiteral("c"));
        // The query stays even where it is X, which is the gap's state.
        QCOMPARE(withColumns(alignment("MAXXXX\nMADKE-\n"), {2, 6}).rows(), 2);
    }

    void coverageCountsResidues()
    {
        // 3, 2 and 6 residues of 6: at 0.5 the second goes.
        QCOMPARE(formatAln(withCoverage(alignment("MADKEL\nMAD---\n--D--L\nMADKEI\n"), 0.5)),
                 QByteArray("MADKEL\nMAD---\nMADKEI\n"));
    }

    void theQueryIsKeptWhateverItsCoverage()
    {
        // X in the query is the gap state: two residues of six.
        const Alignment all = alignment("MAXXXX\nMADKE-\n");
        QCOMPARE(withCoverage(all, 0.9).rows(), 1);
        QCOMPARE(withCoverage(all, 0.9).letters(0), std::string("MA----"));
    }

    void depthIsCappedBySeed()
    {
        QByteArray text = "MADKEL\n";
        for (char a : std::string("ACDEFGHIKLMNPQRSTVWY"))
            for (char b : std::string("ACDEFGHIKL"))
                text += QByteArray("MA-K") + a + b + '\n';
        const Alignment all = alignment(text);
        QCOMPARE(all.rows(), 201);
        const Alignment once = withDepth(all, 50, 1);
        QCOMPARE(once.rows(), 50);
        QCOMPARE(once.letters(0), std::string("MADKEL"));
        QCOMPARE(withDepth(all, 50, 1), once);
        QVERIFY(withDepth(all, 50, 2) != once);
        QCOMPARE(withoutDuplicates(once).rows(), 50); // no row twice
        QCOMPARE(withDepth(all, 500, 1), all);
        QCOMPARE(withDepth(all, 0, 1).rows(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAlignmentFilters)
#include "tst_alignmentfilters.moc"
