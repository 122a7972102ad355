// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/structurescript.h"
#include "core/structure/structurereader.h"
#include "tests/support/testresult.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace WhiteBox;

namespace {

constexpr int kLength = 30;

GradientWindow windowOf(ResiduePair pair, int channel = 3)
{
    GradientWindow window;
    window.pair = pair;
    window.channel = channel;
    window.length = kLength;
    window.side = 5;
    window.values.assign(std::size_t(kStates * kStates * 5 * 5), 0.0F);
    return window;
}

} // namespace

class TestStructureScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesAreSummedOverRowsAndColumns();
    void traceIsReadBackByGemmi();
    void scriptsShowThePairAndItsStrongestNeighbours();
    void namesCannotBecomeCommands();
    void unresolvedPairsAreRefused();
    void whatPdbCannotHoldIsRefused();

private:
    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    std::shared_ptr<JobResult> m_result = Test::makeResult(kLength);
    StructureMatch m_match = Test::makeMatch(*m_result);
};

void TestStructureScript::sharesAreSummedOverRowsAndColumns()
{
    GradientWindow window = windowOf({0, 20});
    window.values[window.index(2, 3, 1, -2)] = -3; // residues 1 and 18
    window.values[window.index(7, 3, 0, 0)] = 1;   // residues 0 and 20
    window.values[window.index(7, 3, -1, 0)] = 5;  // outside of the protein
    const auto shares = residueShares(window);
    QCOMPARE(shares.size(), std::size_t(kLength));
    QCOMPARE(shares[1], 3.0 / 8);
    QCOMPARE(shares[18], 3.0 / 8);
    QCOMPARE(shares[0], 1.0 / 8);
    QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0);
    const auto none = residueShares(windowOf({0, 20}));
    QCOMPARE(std::accumulate(none.begin(), none.end(), 0.0), 0.0);
}

void TestStructureScript::traceIsReadBackByGemmi()
{
    std::vector<double> shares(kLength, 0.0);
    shares[20] = 0.125;
    const auto pdb = tracePdb(m_match, m_result->query.residues, shares);
    QVERIFY(pdb.isOk());
    const auto chains = parseStructureChains(pdb.value(), QStringLiteral("trace"));
    QVERIFY2(chains.isOk(), chains.isOk() ? "" : qPrintable(chains.error().text()));
    const Structure &chain = chains.value().at(0);
    QCOMPARE(chain.length(), kLength - 1); // residue 4 is not resolved
    for (int k = 0; k < chain.length(); ++k) {
        const int query = k < 4 ? k : k + 1;
        QCOMPARE(chain.labels[std::size_t(k)], QString::number(query + 1));
        QCOMPARE(chain.residues[std::size_t(k)], m_result->query.residues[std::size_t(query)]);
        QVERIFY(std::abs(chain.ca[std::size_t(k)][0] - 4.0 * query) < 1e-3);
        QVERIFY(std::abs(chain.cb[std::size_t(k)][1] - 1) < 1e-3);
    }
    QVERIFY(pdb.value().contains(" 12.50           C")); // the share, where a B factor stands
}

void TestStructureScript::scriptsShowThePairAndItsStrongestNeighbours()
{
    GradientWindow window = windowOf({10, 20}, int(DistanceChannel::CaCb));
    window.values[window.index(2, 3, 1, -2)] = -3;
    window.values[window.index(2, 3, 2, 2)] = 1;
    const ExplainedStructure explained{m_match, m_result->query.residues, window, {QStringLiteral("seen")}};
    const auto files = writeChimeraXScript(path("pair.cxc"), explained);
    QVERIFY(files.isOk());
    QCOMPARE(files.value(), (QStringList{path("pair.cxc"), path("pair.whitebox.pdb")}));
    const QByteArray chimeraX = read(path("pair.cxc"));
    QVERIFY(chimeraX.startsWith("# seen\nopen \"pair.whitebox.pdb\"\n"));
    QVERIFY2(chimeraX.contains("distance /A:11@CA /A:21@CB\n"), chimeraX.constData());
    QVERIFY(chimeraX.contains("pbond /A:12@CB /A:19@CB color #d55e00 radius 0.120"));
    QVERIFY(chimeraX.contains("pbond /A:13@CB /A:23@CB color #d55e00 radius 0.053"));
    QVERIFY(chimeraX.contains("color /A:12 #d55e00\n")); // the largest share
    QVERIFY(!chimeraX.contains("/A:5"));                 // not resolved
    QVERIFY(!chimeraX.contains("pbond /A:4@CA"));        // no trace over a gap

    QVERIFY(writePyMolScript(path("pair.pml"), explained).isOk());
    const QByteArray pyMol = read(path("pair.pml"));
    QVERIFY(pyMol.contains("distance pair, (whitebox and resi 11 and name CA), "
                           "(whitebox and resi 21 and name CB)\n"));
    QVERIFY(pyMol.contains("set_color whitebox_12, [213, 94, 0]\n"));
    QVERIFY(pyMol.contains(read(path("pair.whitebox.pdb"))));
    QVERIFY(!pyMol.contains("neighbour_3"));
}

void TestStructureScript::namesCannotBecomeCommands()
{
    GradientWindow window = windowOf({10, 20});
    const ExplainedStructure explained{m_match,
                                       m_result->query.residues,
                                       window,
                                       {QStringLiteral("name\nquit\r\npython\u2028x"), QString()}};
    QVERIFY(writeChimeraXScript(path("a \"; exit '\n.cxc"), explained).isOk());
    QVERIFY(writePyMolScript(path("b.pml"), explained).isOk());
    for (const QByteArray &script : {read(path("a \"; exit '\n.cxc")), read(path("b.pml"))})
        for (const QByteArray &line : script.split('\n')) {
            QVERIFY2(!line.trimmed().startsWith("quit"), line.constData());
            QVERIFY2(!line.contains("exit") || line.startsWith("open \"a____exit___-"), line.constData());
        }
}

void TestStructureScript::unresolvedPairsAreRefused()
{
    GradientWindow window = windowOf({4, 20});
    const ExplainedStructure explained{m_match, m_result->query.residues, window, {}};
    const auto refused = writePyMolScript(path("none.pml"), explained);
    QCOMPARE(refused.error().kind, ErrorKind::Mismatch);
    QVERIFY(!QFile::exists(path("none.pml")));
}

void TestStructureScript::whatPdbCannotHoldIsRefused()
{
    StructureMatch far = m_match;
    far.structure.ca[7][1] = 12345;
    QCOMPARE(tracePdb(far, m_result->query.residues, std::vector<double>(kLength, 0.0)).error().kind,
             ErrorKind::Unsupported);
}

QTEST_GUILESS_MAIN(TestStructureScript)
#include "tst_structurescript.moc"
