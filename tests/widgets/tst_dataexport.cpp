// SPDX-License-Identifier: GPL-3.0-or-later
// What File ▸ Export data… writes, read by others: NumPy and h5py.
#include "core/store/resultfile.h"
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"
#include "widgets/dataexport.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestDataExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filtersNameEveryKind();
    void contactsAreRankedAndJudged();
    void wholeResultIsReadBack();
    void arraysOpenInNumpyAndH5py();
    void whatIsNotThereIsToldInThreeParts();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DataExport m_data;
};

void TestDataExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto result = Test::makeResult(30);
    result->structure = Test::makeMatch(*result);
    const auto explainer = Test::testExplainer(30).value();
    auto explanation = std::make_shared<Explanation>();
    explanation->explainer = explainer;
    explanation->method = ExplanationMethod::InputTimesGradient;
    explanation->gradient = std::make_shared<const GradientWindow>(
        explainBy(explanation->method, *explainer, {25, 3}, 3, AttributionTarget::RaisesDistance)
            .value()
            .window);
    explanation->couplings = std::make_shared<const GradientWindow>(
        inputWindow(explainer->input(), {25, 3}, explanation->gradient->side));
    m_data = {result, explanation, {QStringLiteral("where it is from")}, 6};
}

void TestDataExport::filtersNameEveryKind()
{
    const QStringList filters = dataFilters();
    QCOMPARE(filters.size(), 8);
    for (int kind = 0; kind < filters.size(); ++kind) {
        QCOMPARE(kindOfFilter(filters[kind]), DataKind(kind));
        const QString suffix =
            filters[kind].section(QStringLiteral("(*."), 1).section(u' ', 0, 0).remove(u')');
        const QString file = path("file.") + suffix;
        const auto written = exportData(DataKind(kind), m_data, file);
        QVERIFY2(written.isOk(), written.isOk() ? "" : qPrintable(written.error().text()));
        QCOMPARE(written.value().first(), file);
        for (const QString &each : written.value())
            QVERIFY2(QFile::exists(each), qPrintable(each));
    }
    QCOMPARE(kindOfFilter(QStringLiteral("another")), DataKind::Result);
}

void TestDataExport::contactsAreRankedAndJudged()
{
    QVERIFY(exportData(DataKind::Contacts, m_data, path("c.tsv")).isOk());
    const QList<QByteArray> lines = read("c.tsv").split('\n');
    QCOMPARE(lines[0], QByteArray("# where it is from"));
    QCOMPARE(
        lines[1],
        QByteArray("rank\ti\tj\tresidue_i\tresidue_j\tpredicted_angstrom\tcoupling_score\ttrue_angstrom"));
    // makeResult() predicts one far contact, of 5 Å; the chain is straight, 4 Å a residue.
    const QList<QByteArray> first = lines[2].split('\t');
    QCOMPARE(first.mid(0, 3), (QList<QByteArray>{"1", "3", "29"}));
    QCOMPARE(first[3].front(), m_data.result->query.residues[2]);
    QCOMPARE(first[5], QByteArray("5"));
    QCOMPARE(first[7], QByteArray("104"));
    for (qsizetype k = 3; k + 1 < lines.size(); ++k)
        QVERIFY(lines[k].split('\t')[5].toFloat() < 8);
}

void TestDataExport::wholeResultIsReadBack()
{
    QVERIFY(exportData(DataKind::Result, m_data, path("r.h5")).isOk());
    const auto back = loadResult(path("r.h5"));
    QVERIFY(back.isOk());
    QCOMPARE(back.value().query.residues, m_data.result->query.residues);
    QVERIFY(back.value().structure);
}

void TestDataExport::arraysOpenInNumpyAndH5py()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import h5py, numpy")}) != 0)
        QSKIP("needs python3-h5py and python3-numpy");
    QVERIFY(exportData(DataKind::Distances, m_data, path("d.npy")).isOk());
    QVERIFY(exportData(DataKind::Couplings, m_data, path("w.npy")).isOk());
    QVERIFY(exportData(DataKind::Explanation, m_data, path("e.h5")).isOk());
    QProcess check;
    check.setWorkingDirectory(m_folder->path());
    check.start(python,
                {QStringLiteral("-c"),
                 QStringLiteral(
                     "import h5py, json, numpy as np\n"
                     "d = np.load('d.npy'); assert d.shape == (4, 30, 30) and d[3, 28, 2] == 5\n"
                     "assert json.load(open('d.json'))['query'] == 'made up'\n"
                     "w = np.load('w.npy'); assert w.shape == (30, 30, 21, 21)\n"
                     "assert np.array_equal(w[3, 9], w[9, 3].T) and w[3, 9].any()\n"
                     "f = h5py.File('e.h5'); e = f['explanation']\n"
                     "assert e.shape == (21, 21, 15, 15), e.shape\n"
                     "assert [x.label for x in e.dims] == ['a', 'b', 'Δi', 'Δj'], [x.label for x in e.dims]\n"
                     "assert np.isnan(e[0, 0, 14, 0]) and np.nanmax(np.abs(e)) > 0\n" // residue 32 of 30
                     "assert f['input'].shape == e.shape\n"
                     "print(e[3, 4, 7, 7])\n")});
    QVERIFY(check.waitForFinished(60000));
    QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
    QCOMPARE(check.readAllStandardOutput().trimmed().toFloat(), m_data.explanation->gradient->at(3, 4, 0, 0));
}

void TestDataExport::whatIsNotThereIsToldInThreeParts()
{
    DataExport bare = m_data;
    bare.explanation = nullptr;
    QVERIFY(exportData(DataKind::Explanation, bare, path("x.npy"))
                .error()
                .remedy.contains(QStringLiteral("Click a pair")));
    auto without = std::make_shared<JobResult>(*m_data.result);
    without->structure.reset();
    bare = m_data;
    bare.result = without;
    QVERIFY(exportData(DataKind::PyMol, bare, path("x.pml")).error().remedy.contains(QStringLiteral("PDB")));
    // Without a truth the contacts' last column is empty.
    QVERIFY(exportData(DataKind::Contacts, bare, path("c.tsv")).isOk());
    QVERIFY(read("c.tsv").split('\n')[2].endsWith('\t'));
    const auto refused = exportData(DataKind::Couplings, m_data, path("x.csv"));
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    QVERIFY(refused.error().remedy.contains(QStringLiteral("npy, h5")));
    QVERIFY(!QFile::exists(path("x.csv")));
    QVERIFY(!exportData(DataKind::Result, {}, path("x.h5")).isOk());
}

QTEST_GUILESS_MAIN(TestDataExport)
#include "tst_dataexport.moc"
