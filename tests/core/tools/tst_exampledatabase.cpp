// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentreader.h"
#include "core/sequence/fastareader.h"
#include "core/tools/exampledatabase.h"
#include "core/tools/jackhmmersearch.h"
#include "core/tools/sequencedatabase.h"
#include "core/tools/toolinfo.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace WhiteBox;

class TestExampleDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_database;

    void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }

private Q_SLOTS:
    void sequencesAreJoinedWithoutGapsAndDuplicates()
    {
        const QString proteins = m_dir.filePath(QStringLiteral("p.fa"));
        const QString homologs = m_dir.filePath(QStringLiteral("h.aln"));
        write(proteins, ">p1 x\nMADKEL\nKFLVV\n>p2\nMADKELKFLVV\n>p3\nWWWWW\n");
        write(homologs, "MAD--L\nWW-WWW\nM----L\n");
        const QString path = m_dir.filePath(QStringLiteral("sub/small.fa"));
        const Result<ExampleDatabaseInfo> info = buildExampleDatabase(path, {proteins, homologs});
        QVERIFY(info.isOk());
        QCOMPARE(info.value().sequences, 4);
        QCOMPARE(info.value().duplicates, 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(">p1 x\nMADKELKFLVV\n>p3\nWWWWW\n>freecontact_demo_0001\nMADL\n"
                                            ">freecontact_demo_0003\nML\n"));
        QVERIFY(buildExampleDatabase(path, {proteins, homologs}).value().existed);
    }

    void missingPackagesAreNamed()
    {
        const Result<ExampleDatabaseInfo> info =
            buildExampleDatabase(m_dir.filePath(QStringLiteral("none.fa")),
                                 {QStringLiteral("/nowhere"), QStringLiteral("/nowhere")});
        QCOMPARE(info.error().kind, ErrorKind::MissingTool);
        QVERIFY(info.error().remedy.contains(QLatin1String("apt-get install mmseqs2-examples freecontact")));
        QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("none.fa"))));
    }

    void theQueryIsCheY()
    {
        const auto read = loadFasta(QStringLiteral(WB_EXAMPLE_DIR "/chey.fasta"));
        QVERIFY(read.isOk());
        const std::string residues = read.value()[0].sequence.residues;
        QCOMPARE(residues.size(), std::size_t(129)); // UniProt P0AE67
        QVERIFY(read.value()[0].notices.isEmpty());
        QFile demo(ExampleDatabaseSources().homologs);
        if (!demo.open(QIODevice::ReadOnly))
            QSKIP("needs freecontact's example: apt-get install freecontact");
        // Its first row is this protein without M1, D75 and G76.
        std::string construct = residues.substr(1);
        construct.erase(construct.find("RADGAM") + 2, 2);
        QCOMPARE(QString::fromStdString(construct), QString::fromLatin1(demo.readLine().trimmed()));
    }

    void packagesGiveTheDatabase()
    {
        m_database = m_dir.filePath(QStringLiteral("example.fa"));
        const Result<ExampleDatabaseInfo> info = buildExampleDatabase(m_database);
        if (!info.isOk() && info.error().kind == ErrorKind::MissingTool) {
            m_database.clear();
            QSKIP("needs the example data: apt-get install mmseqs2-examples freecontact");
        }
        QVERIFY2(info.isOk(), info.isOk() ? "" : qPrintable(info.error().text()));
        QCOMPARE(info.value().sequences, 19801); // distinct ones, counted by a Python set
        QCOMPARE(info.value().sequences + info.value().duplicates, 21000);
        QVERIFY(checkDatabase(m_database).isOk());
        QCOMPARE(countDatabase(m_database).value().sequences, qint64(info.value().sequences));
        qInfo("%d sequences, %d duplicates left out", info.value().sequences, info.value().duplicates);
    }

    void theSearchFindsNineHundredHomologs()
    {
        if (m_database.isEmpty() || !findJackhmmer().isOk())
            QSKIP("needs jackhmmer and the example data: apt-get install hmmer mmseqs2-examples freecontact");
        JackhmmerSearch search;
        std::optional<Result<QString>> result;
        double furthest = -1;
        connect(&search, &JackhmmerSearch::finished, this, [&](const Result<QString> &r) { result = r; });
        connect(&search, &JackhmmerSearch::progress, this,
                [&](int, double f, const QString &) { furthest = std::max(furthest, f); });
        QElapsedTimer clock;
        clock.start();
        const auto query = loadFasta(QStringLiteral(WB_EXAMPLE_DIR "/chey.fasta")).value()[0].sequence;
        const auto setup = prepareSearch(query, checkDatabase(m_database).value(), {}, m_dir.path());
        QVERIFY2(setup.isOk(), setup.isOk() ? "" : qPrintable(setup.error().text()));
        search.start(setup.value());
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 200000);
        QVERIFY2(result->isOk(), result->isOk() ? "" : qPrintable(result->error().text()));
        const AlignmentFile file = loadAlignment(result->value()).value();
        qInfo("%d rows in %.1f s", file.alignment.rows(), double(clock.elapsed()) / 1000);
        QVERIFY(file.alignment.rows() > 900);
        QCOMPARE(file.query.name, QStringLiteral("CHEY_ECOLI"));
        QCOMPARE(file.alignment.columns(), 129);
        QVERIFY(furthest > 0);
    }
};

QTEST_GUILESS_MAIN(TestExampleDatabase)
#include "tst_exampledatabase.moc"
