// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline with the real jackhmmer on a small real database: 1ABA, whose README in the shared data tells
// what jackhmmer -N 5 finds there (889 aligned segments) and what stays after duplicates and little coverage
// are dropped.
#include "core/pipeline/jobrunner.h"
#include "core/sequence/fastareader.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "core/structure/contactmetrics.h"
#include "core/structure/structurereader.h"
#include "core/tools/toolinfo.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmodel.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace WhiteBox;

class TestRealJob : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString unpacked(const QString &gz)
    {
        const QString path = m_dir.filePath(QStringLiteral("db.fa"));
        QProcess process;
        process.setStandardOutputFile(path);
        process.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), gz});
        return process.waitForFinished() && process.exitCode() == 0 ? path : QString();
    }

private Q_SLOTS:
    void glutaredoxinIsFoundAndJudged();
};

void TestRealJob::glutaredoxinIsFoundAndJudged()
{
    WB_SHARED_FILE(fasta, "data/demo/1ABA_A/1ABA_A.fasta");
    WB_SHARED_FILE(pdb, "data/demo/1ABA_A/1ABA_A.pdb");
    WB_SHARED_FILE(gz, "data/db/mini_grx.fasta.gz");
    if (!findJackhmmer().isOk())
        QSKIP("needs jackhmmer: apt-get install hmmer");
    JobInput input;
    input.query = loadFasta(fasta).value().front().sequence;
    input.structure = readStructureChains(pdb).value().front();
    JobParameters parameters;
    parameters.database = unpacked(gz);
    parameters.model = Test::writeTestModel(m_dir.path());
    parameters.searchRounds = 5;
    QVERIFY(!parameters.database.isEmpty() && !parameters.model.isEmpty());

    JobRunner runner(JobStore::open(m_dir.filePath(QStringLiteral("jobs"))).value());
    std::shared_ptr<const JobResult> result;
    Error error;
    std::map<JobStage, double> furthest;
    connect(&runner, &JobRunner::jobFinished, this, [&](const QString &, const auto &r) { result = r; });
    connect(&runner, &JobRunner::jobFailed, this, [&](const QString &, const Error &e) { error = e; });
    connect(&runner, &JobRunner::jobProgress, this,
            [&](const QString &, JobStage stage, double fraction, const QString &) {
                QVERIFY(fraction <= 1);
                furthest[stage] = std::max(furthest[stage], fraction);
            });
    runner.submit(input, parameters);
    QTRY_VERIFY_WITH_TIMEOUT(result || !error.what.isEmpty(), 120000);
    QVERIFY2(result, qPrintable(error.text()));

    const QJsonObject alignment = result->provenance[QStringLiteral("alignment")].toObject();
    QCOMPARE(alignment[QStringLiteral("rowsFound")].toInt(), 889);
    QVERIFY(result->alignment->rows() < 889 && result->alignment->rows() > 800);
    QCOMPARE(result->structure->aligned, 87);
    QVERIFY(furthest.count(JobStage::Search) == 1 && furthest.count(JobStage::Couplings) == 1);
    // Better than mean-field DCA on the README's own alignment: 0.65.
    const auto metrics = evaluateScores(result->couplingScore, trueDistances(*result->structure));
    QVERIFY(metrics.nonlocal.l5 > 0.65);
}

QTEST_GUILESS_MAIN(TestRealJob)
#include "tst_realjob.moc"
